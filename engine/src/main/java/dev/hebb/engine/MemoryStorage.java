package dev.hebb.engine;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.framing.Frame;
import dev.hebb.shard.CandidateHistograms;
import dev.hebb.shard.Candidates;
import dev.hebb.shard.DenseHistograms;
import dev.hebb.shard.NetworkSample;
import dev.hebb.shard.ShardState;
import dev.hebb.shard.ShardStorage;
import dev.hebb.synapse.DendriteSynapses;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Storage of one shard in memory: dendrites and histograms. It keeps no frames, because nothing is restored from it.
 */
public final class MemoryStorage implements ShardStorage {
    private static final int[] NOTHING = {};

    private final int cells;
    private final Map<Integer, int[]> dense = new HashMap<>();
    private final Map<Integer, Candidates> candidates = new HashMap<>();
    private final Map<Integer, DendriteSynapses> dendrites = new TreeMap<>();

    /** @param axis of the histograms that it keeps */
    public MemoryStorage(LagAxis axis) {
        this.cells = axis.cells();
    }

    @Override
    public @Nullable ShardState loadState() {
        return null;
    }

    @Override
    public void saveState(ShardState state) {}

    @Override
    public void eachFrame(Consumer<Frame> reader) {}

    @Override
    public void saveFrame(Frame frame) {}

    @Override
    public void dropFrame(long seq) {}

    @Override
    public void eachDendrite(DendriteReader reader) {
        dendrites.forEach(reader::accept);
    }

    @Override
    public void saveDendrite(int post, DendriteSynapses synapses) {
        if (synapses.size() == 0) {
            dendrites.remove(post);
        } else {
            dendrites.put(post, synapses);
        }
    }

    @Override
    public void loadHistograms(int post, int slots, DenseHistograms into) {
        int[] kept = dense.getOrDefault(post, NOTHING);
        into.hold(kept.length < slots * cells ? Arrays.copyOf(kept, slots * cells) : kept, slots);
    }

    @Override
    public void loadHistograms(int post, CandidateHistograms into) {
        into.candidates().clear();
        Candidates kept = candidates.get(post);
        if (kept != null) {
            into.candidates().addAll(kept);
        }
    }

    @Override
    public void saveHistograms(int post, DenseHistograms from) {
        dense.put(post, from.release());
    }

    @Override
    public void saveHistograms(int post, CandidateHistograms from) {
        Candidates kept = candidates.computeIfAbsent(post, key -> new Candidates(cells));
        kept.clear();
        kept.addAll(from.candidates());
    }

    @Override
    public void forgetHistograms(int post, int[] preSlots, boolean isDense) {
        if (isDense) {
            int[] kept = dense.getOrDefault(post, NOTHING);
            IntStream.of(preSlots).forEach(slot -> Arrays.fill(kept, slot * cells, (slot + 1) * cells, 0));
        } else {
            CandidateHistograms kept = new CandidateHistograms(cells);
            loadHistograms(post, kept);
            kept.retain(slot -> IntStream.of(preSlots).noneMatch(pruned -> pruned == slot));
            saveHistograms(post, kept);
        }
    }

    @Override
    public @Nullable NetworkSample loadSample() {
        return null;
    }

    @Override
    public void saveSample(NetworkSample sample) {}
}
