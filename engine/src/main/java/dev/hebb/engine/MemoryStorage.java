package dev.hebb.engine;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.framing.Frame;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.DendriteHistograms;
import dev.hebb.shard.ShardState;
import dev.hebb.shard.ShardStorage;
import dev.hebb.synapse.DendriteSynapses;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Storage of a shard in memory: dendrites, and histograms of every pair. It keeps no frames, as nothing restores from it. */
final class MemoryStorage implements ShardStorage {
    private final int cells;
    private final Map<Integer, Histograms> histograms = new HashMap<>();
    private final Map<Integer, DendriteSynapses> dendrites = new TreeMap<>();

    MemoryStorage(LagAxis axis) {
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
    public DendriteHistograms histograms(int post, boolean dense) {
        return histograms.computeIfAbsent(post, key -> new Histograms());
    }

    @Override
    public void saveCoFiring(CoFiringCounts counts) {}

    private final class Histograms implements DendriteHistograms {
        private int[] counts = new int[0];

        @Override
        public void add(CountRow row, int slots, IntPredicate admit) {
            if (counts.length < slots * cells) {
                counts = Arrays.copyOf(counts, slots * cells);
            }
            for (int slot = 0; slot < slots; slot++) {
                row.addTo(slot, counts, slot * cells);
            }
        }

        @Override
        public void halve(int times, int slots) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] >>= times;
            }
        }

        @Override
        public boolean has(int preSlot) {
            return true;
        }

        @Override
        public void retain(IntPredicate keep) {}

        @Override
        public int[] counts() {
            return counts;
        }

        @Override
        public int from(int preSlot) {
            return preSlot * cells;
        }

        @Override
        public void forget(int preSlot) {
            Arrays.fill(counts, from(preSlot), from(preSlot + 1), 0);
        }

        @Override
        public void save() {}
    }
}
