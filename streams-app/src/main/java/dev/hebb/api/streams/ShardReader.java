package dev.hebb.api.streams;

import dev.hebb.api.view.Dendrite;
import dev.hebb.api.view.NetworkPart;
import dev.hebb.api.view.NetworkTimes;
import dev.hebb.api.view.PairCounts;
import dev.hebb.api.view.PairEvidence;
import dev.hebb.api.view.ShardView;
import dev.hebb.api.view.SynapseView;
import dev.hebb.config.LearningProfiles;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.NetworkNull;
import dev.hebb.row.SynapseRow;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NetworkSample;
import dev.hebb.shard.Neurons;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.ShardProgress;
import dev.hebb.shard.ShardState;
import dev.hebb.shard.Shards;
import dev.hebb.shard.WindowTotals;
import dev.hebb.store.SampleRows;
import dev.hebb.store.ShardStateRows;
import dev.hebb.store.StoreKey;
import dev.hebb.store.StoredHistograms;
import dev.hebb.synapse.DendriteSynapses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Reads a shard out of its stores while a task writes them. Rows are read one after the other, so that an answer may
 * see some before and some after a window closed.
 */
record ShardReader(int shard, QueryStores stores, ShardConfig config, LearningProfiles learning) implements ShardView {

    @Override
    public List<NetworkPart> networks() {
        return ShardStateRows.networks(stores.progress()).stream()
                .flatMap(network -> network(network).stream())
                .toList();
    }

    @Override
    public Optional<NetworkPart> network(String network) {
        return state(network).map(state -> part(network, state.progress(), state.neurons()));
    }

    @Override
    public Optional<Dendrite> dendrite(String network, int post) {
        return state(network)
                .filter(state -> state.neurons().find(post) >= 0)
                .map(state -> new Dendrite(network, post, shard, closedUntil(state.progress()), onto(network, post)));
    }

    @Override
    public List<SynapseView> synapses(String network) {
        List<SynapseView> synapses = new ArrayList<>();
        eachDendrite(network, (post, row) -> {
            for (int i = 0; i < row.size(); i++) {
                synapses.add(synapse(row, i, post));
            }
        });
        return synapses;
    }

    @Override
    public List<SynapseView> synapsesFrom(String network, int pre) {
        List<SynapseView> synapses = new ArrayList<>();
        eachDendrite(network, (post, row) -> {
            int found = row.indexOf(pre);
            if (found >= 0) {
                synapses.add(synapse(row, found, post));
            }
        });
        return synapses;
    }

    @Override
    public Optional<PairEvidence> evidence(String network, int pre, int post) {
        return state(network).flatMap(state -> evidence(StoreKey.of(network), learning.of(network), state, pre, post));
    }

    private Optional<PairEvidence> evidence(StoreKey key, Learning learned, ShardState state, int pre, int post) {
        int preSlot = state.neurons().find(pre);
        if (preSlot < 0) {
            return Optional.empty();
        }
        int cells = config.axis().cells();
        int[] histogram = StoredHistograms.read(stores.histograms(), key, post, preSlot, cells);
        if (histogram == null) {
            return Optional.empty();
        }
        List<int[]> dendrite = StoredHistograms.ofDendrite(
                stores.histograms(), key, post, state.neurons().size(), cells);
        EvidenceJudge judge = learned.newJudge(config.axis());
        NetworkSample sample = SampleRows.read(stores.progress(), key, cells);
        NetworkNull known = sample == null ? NetworkNull.UNKNOWN : sample.learn(judge);
        return Optional.of(PairEvidences.judge(histogram, dendrite, known, state.progress(), config.axis(), judge));
    }

    @Override
    public List<PairCounts> windows(String network, int pre, int post) {
        return state(network)
                .map(state -> new PairWindows(stores, StoreKey.of(network), state, config).read(pre, post))
                .orElse(List.of());
    }

    private List<SynapseView> onto(String network, int post) {
        byte[] row = stores.synapses().get(StoreKey.of(network).with(post));
        List<SynapseView> synapses = new ArrayList<>();
        if (row != null) {
            DendriteSynapses dendrite = SynapseRow.unpack(row);
            for (int i = 0; i < dendrite.size(); i++) {
                synapses.add(synapse(dendrite, i, post));
            }
        }
        return synapses;
    }

    private Optional<ShardState> state(String network) {
        return Optional.ofNullable(ShardStateRows.read(stores.progress(), StoreKey.of(network), owns()));
    }

    private IntPredicate owns() {
        return Shards.ownedBy(shard, config.shards());
    }

    private void eachDendrite(String network, BiConsumer<Integer, DendriteSynapses> reader) {
        StoreKey key = StoreKey.of(network);
        try (KeyValueIterator<Bytes, byte[]> rows = stores.synapses().range(key.only(), key.last())) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                reader.accept(key.firstInt(row.key), SynapseRow.unpack(row.value));
            }
        }
    }

    private NetworkPart part(String network, ShardProgress progress, Neurons neurons) {
        WindowTotals totals = progress.totals();
        int own = (int) IntStream.range(0, neurons.size())
                .map(neurons::idOf)
                .filter(owns())
                .count();
        return new NetworkPart(
                network,
                shard,
                new NetworkTimes(
                        totals.stage(),
                        progress.watermarkMicros(),
                        progress.nextWindow() - Math.floorDiv(neurons.firstSpikeMicros(0), config.windowMicros()),
                        closedUntil(progress),
                        progress.observedMicros()),
                own,
                progress.ownSpikes(),
                totals.synapses().active(),
                totals.synapses().dormant(),
                totals.synapses().active() * totals.synapses().meanWeight());
    }

    private long closedUntil(ShardProgress progress) {
        return progress.nextWindow() * config.windowMicros();
    }

    private SynapseView synapse(DendriteSynapses row, int i, int post) {
        return new SynapseView(
                row.pre(i),
                post,
                row.state(i).name(),
                row.weight(i),
                row.lagBin(i) * config.axis().binMicros(),
                row.z(i),
                row.formedAtMicros(i),
                row.lastCoFiredAtMicros(i),
                SynapseView.kind(row.inhibitory(i)),
                row.peak(i).falseDiscoveryRate());
    }
}
