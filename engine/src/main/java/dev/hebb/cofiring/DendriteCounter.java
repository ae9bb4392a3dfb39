package dev.hebb.cofiring;

/**
 * Counts all spike pairs of one post-synaptic neuron by partner and lag: the counting contract, dendrite by dendrite.
 *
 * <p>Pairs belong to the range that holds their later spike; the earlier one may lie up to the reach before it. A
 * neuron is never paired with itself: its own spikes are counted like the others', which costs less than looking, and
 * then wiped out. Stateless but for its axis.
 */
public final class DendriteCounter {
    private final LagAxis axis;

    public DendriteCounter(LagAxis axis) {
        this.axis = axis;
    }

    /**
     * Adds both orders of every pair of {@code postSlot} whose later spike lies in [from, to): causal pairs, whose
     * post-synaptic spike is that later one, and anti-causal ones, whose partner's is. A simultaneous pair is both.
     *
     * @param trains index of a range that contains [from, to), with the train of this slot
     * @param out has been reset to more than the largest slot that fires in the range
     * @throws ArithmeticException if a count is beyond an int
     */
    public void count(TrainIndex trains, int postSlot, long fromMicros, long toMicros, CountRow out) {
        int begin = trains.lowerBound(postSlot, fromMicros - axis.reachMicros() + 1);
        int end = trains.lowerBound(postSlot, toMicros);
        out.expect(mostOfACell(trains, begin, end));
        for (int block = 0; block < trains.blocks().blocks(); block++) {
            causal(trains, trains.lowerBound(postSlot, fromMicros), end, block, out);
            antiCausal(trains, begin, end, fromMicros, toMicros, block, out);
        }
        out.clear(postSlot);
    }

    /** Adds only the causal pairs: those whose later (or simultaneous) spike is a post-synaptic one in [from, to). */
    public void countCausal(TrainIndex trains, int postSlot, long fromMicros, long toMicros, CountRow out) {
        int begin = trains.lowerBound(postSlot, fromMicros);
        int end = trains.lowerBound(postSlot, toMicros);
        out.expect(mostOfACell(trains, begin, end));
        for (int block = 0; block < trains.blocks().blocks(); block++) {
            causal(trains, begin, end, block, out);
        }
        out.clear(postSlot);
    }

    private void causal(TrainIndex trains, int begin, int end, int block, CountRow out) {
        int[] posts = trains.offsets();
        SpikeBlocks blocks = trains.blocks();
        int[] keys = blocks.keys();
        int base = blocks.firstSlot(block) * axis.cells();
        int zero = axis.bins() * axis.binMicros();
        for (int p = begin; p < end; p++) {
            int post = posts[p];
            int first = blocks.lowerBound(block, (long) post - axis.reachMicros() + 1);
            int last = blocks.lowerBound(block, (long) post - axis.censorMicros() + 1);
            out.add(keys, first, last, zero + post, base);
        }
    }

    private void antiCausal(
            TrainIndex trains, int begin, int end, long fromMicros, long toMicros, int block, CountRow out) {
        int[] posts = trains.offsets();
        SpikeBlocks blocks = trains.blocks();
        int[] keys = blocks.keys();
        int base = blocks.firstSlot(block) * axis.cells();
        int zero = axis.bins() * axis.binMicros();
        long from = fromMicros - trains.originMicros();
        long to = toMicros - trains.originMicros();
        for (int p = begin; p < end; p++) {
            int post = posts[p];
            int first = blocks.lowerBound(block, Math.max(from, (long) post + axis.censorMicros()));
            int last = blocks.lowerBound(block, Math.min(to, (long) post + axis.reachMicros()));
            out.add(keys, first, last, zero + post - 1, base);
        }
    }

    /**
     * A cell's pairs have lags within one bin, so each of the partner's spikes has no more of them than post-synaptic
     * spikes fit into a bin; nor has the partner more spikes than the busiest slot.
     */
    private long mostOfACell(TrainIndex trains, int begin, int end) {
        int[] posts = trains.offsets();
        int densest = 0;
        int oldest = begin;
        for (int p = begin; p < end; p++) {
            while (posts[p] - posts[oldest] >= axis.binMicros()) {
                oldest++;
            }
            densest = Math.max(densest, p - oldest + 1);
        }
        return (long) densest * trains.busiest();
    }
}
