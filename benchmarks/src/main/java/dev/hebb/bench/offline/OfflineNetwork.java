package dev.hebb.bench.offline;

import dev.hebb.framing.Frame;
import dev.hebb.framing.Gap;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NetworkNotice;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.ShardOutputs;
import dev.hebb.shard.WindowTotals;
import dev.hebb.shard.Workbench;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One network, learned by the very engine that the pipeline runs, in one shard, from spikes in order of time. */
public final class OfflineNetwork implements ShardOutputs {
    private final ShardConfig config;
    private final MemoryStorage storage;
    private final NetworkShard shard;
    private final Map<ChangeKind, Integer> changes = new EnumMap<>(ChangeKind.class);
    private final Set<Integer> neurons = new HashSet<>();
    private Consumer<WindowTotals> onClosed = totals -> {};
    private BiConsumer<Integer, SynapseChange> onChange = (post, change) -> {};
    private long seq;

    public OfflineNetwork(ShardConfig config, Learning learning) {
        this.config = config;
        this.storage = new MemoryStorage(config.axis());
        this.shard = NetworkShard.open(new Workbench(config, learning), 0, storage);
    }

    /** Calls back at every closed window. */
    public void onClosed(Consumer<WindowTotals> listener) {
        onClosed = listener;
    }

    /** Calls back at every transition, with the post-synaptic neuron. */
    public void onChange(BiConsumer<Integer, SynapseChange> listener) {
        onChange = listener;
    }

    /** Lives through spikes in order of time, each so many microseconds later than it says. */
    public void live(SpikeSource source, long shiftMicros) throws IOException {
        SpikeBlock block = new SpikeBlock();
        while (source.read(block)) {
            block.shift(shiftMicros);
            for (int spike = 0; spike < block.length(); spike++) {
                neurons.add(block.neuron(spike));
            }
            long watermark = block.timeMicros(block.length() - 1);
            accept(watermark, block.copyTimesMicros(), block.copyNeurons(), List.of());
        }
    }

    /** Passes unobserved time. */
    public void gap(long fromMicros, long toMicros) {
        accept(fromMicros + 1, new long[0], new int[0], List.of(new Gap(fromMicros, toMicros)));
    }

    /** Closes every window that begins before this time. */
    public void closeAt(long micros) {
        long window = Math.floorDiv(micros - 1, config.windowMicros());
        accept((window + 1) * config.windowMicros(), new long[0], new int[0], List.of());
    }

    /** Neurons that have fired. */
    public int neurons() {
        return neurons.size();
    }

    /** How often a transition happened. */
    public int count(ChangeKind kind) {
        return changes.getOrDefault(kind, 0);
    }

    /** The synapses there are. */
    public Set<Pair> synapses(boolean activeOnly) {
        Set<Pair> pairs = new HashSet<>();
        for (Map.Entry<Integer, DendriteSynapses> dendrite : storage.dendrites().entrySet()) {
            DendriteSynapses row = dendrite.getValue();
            for (int i = 0; i < row.size(); i++) {
                if (row.active(i) || !activeOnly) {
                    pairs.add(new Pair(row.pre(i), dendrite.getKey()));
                }
            }
        }
        return pairs;
    }

    /** The synapses of one sign there are, active and dormant. */
    public Set<Pair> synapses(boolean activeOnly, boolean inhibitory) {
        Set<Pair> pairs = new HashSet<>();
        storage.dendrites().forEach((post, row) -> {
            for (int i = 0; i < row.size(); i++) {
                if ((row.active(i) || !activeOnly) && row.inhibitory(i) == inhibitory) {
                    pairs.add(new Pair(row.pre(i), post));
                }
            }
        });
        return pairs;
    }

    private void accept(long watermarkMicros, long[] times, int[] ids, List<Gap> gaps) {
        shard.accept(new Frame("offline", seq++, watermarkMicros, times, ids, gaps, 0, 0, 0), this);
    }

    @Override
    public void coFiring(CoFiringCounts counts) {}

    @Override
    public void change(WindowContext context, int post, SynapseChange change) {
        changes.merge(change.kind(), 1, Integer::sum);
        onChange.accept(post, change);
    }

    @Override
    public void dendrite(long window, long atMicros, int post, DendriteSynapses synapses) {}

    @Override
    public void notice(NetworkNotice notice) {}

    @Override
    public void closed(WindowTotals totals, NeuronReport report) {
        onClosed.accept(totals);
    }
}
