package dev.hebb.shard;

import dev.hebb.framing.Frame;
import dev.hebb.synapse.DendriteSynapses;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A shard's storage in maps, that is not opened again: histograms and dendrites. */
final class MapStorage implements ShardStorage {
    private final Map<Integer, int[]> dense = new TreeMap<>();
    private final Map<Integer, Map<Integer, int[]>> candidates = new TreeMap<>();
    private final Map<Integer, DendriteSynapses> dendrites = new TreeMap<>();

    /** All histograms, by neuron, as text. */
    String histograms() {
        StringBuilder text = new StringBuilder();
        dense.forEach((post, counts) -> text.append(post).append(Arrays.toString(counts)));
        candidates.forEach((post, bySlot) -> bySlot.forEach(
                (slot, counts) -> text.append(post).append(' ').append(slot).append(Arrays.toString(counts))));
        return text.toString();
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
        dendrites.put(post, synapses);
    }

    @Override
    public void loadHistograms(int post, int slots, DenseHistograms into) {
        int[] kept = dense.getOrDefault(post, new int[0]);
        System.arraycopy(kept, 0, into.reset(slots), 0, kept.length);
    }

    @Override
    public void loadHistograms(int post, CandidateHistograms into) {
        into.candidates().clear();
        candidates.getOrDefault(post, Map.of()).forEach((slot, counts) -> into.candidates()
                .append(slot, counts, 0));
    }

    @Override
    public void saveHistograms(int post, DenseHistograms from) {
        dense.put(post, Arrays.copyOf(from.counts(), from.slots() * from.cells()));
    }

    @Override
    public void saveHistograms(int post, CandidateHistograms from) {
        Candidates all = from.candidates();
        Map<Integer, int[]> bySlot = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            bySlot.put(all.slot(i), Arrays.copyOfRange(all.counts(), i * all.cells(), (i + 1) * all.cells()));
        }
        candidates.put(post, bySlot);
    }

    @Override
    public void forgetHistograms(int post, int[] preSlots, boolean isDense) {
        IntStream.of(preSlots).forEach(slot -> {
            if (isDense) {
                int cells = Shard.AXIS.cells();
                Arrays.fill(dense.getOrDefault(post, new int[0]), slot * cells, (slot + 1) * cells, 0);
            } else {
                candidates.getOrDefault(post, new TreeMap<>()).remove(slot);
            }
        });
    }

    @Override
    public void saveCoFiring(CoFiringCounts counts) {}
}
