package dev.hebb.cofiring;

/**
 * Counts all spike pairs of one post-synaptic neuron by partner and lag: the counting contract, dendrite by dendrite.
 *
 * <p>Pairs belong to the range that holds their later spike; the earlier one may lie up to the reach before it. A
 * neuron is never paired with itself: its own spikes are counted like the others', which costs less than looking, and
 * then wiped out. Owns scratch memory: not for use by two threads at once.
 */
public final class DendriteCounter {
    /**
     * Positions that are found for a post-synaptic spike: of the spikes before it from and to, and of those after it.
     */
    private static final int RANGE = 4;

    private final LagAxis axis;
    private int[] ranges = new int[0];

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
        int own = trains.lowerBound(postSlot, fromMicros);
        int end = trains.lowerBound(postSlot, toMicros);
        out.expect(mostOfACell(trains, begin, end));
        for (int block = 0; block < trains.blocks().blocks(); block++) {
            find(trains, begin, own, end, fromMicros, toMicros, block);
            add(trains, begin, end, block, out);
        }
        out.clear(postSlot);
    }

    /** Adds only the causal pairs: those whose later (or simultaneous) spike is a post-synaptic one in [from, to). */
    public void countCausal(TrainIndex trains, int postSlot, long fromMicros, long toMicros, CountRow out) {
        int begin = trains.lowerBound(postSlot, fromMicros);
        int end = trains.lowerBound(postSlot, toMicros);
        out.expect(mostOfACell(trains, begin, end));
        for (int block = 0; block < trains.blocks().blocks(); block++) {
            find(trains, begin, begin, end, fromMicros, fromMicros, block);
            add(trains, begin, end, block, out);
        }
        out.clear(postSlot);
    }

    /**
     * Finds where the partners' spikes of each post-synaptic spike lie in a block. All are found before any is counted:
     * they are looked for in memory that is not in the cache, and these waits then overlap.
     *
     * @param own first post-synaptic spike that has causal pairs
     * @param fromMicros of the later spikes of anti-causal pairs
     * @param toMicros of the later spikes of anti-causal pairs, exclusive
     */
    private void find(TrainIndex trains, int begin, int own, int end, long fromMicros, long toMicros, int block) {
        if (ranges.length < RANGE * (end - begin)) {
            ranges = new int[2 * RANGE * (end - begin)];
        }
        int[] posts = trains.offsets();
        SpikeBlocks blocks = trains.blocks();
        long from = fromMicros - trains.originMicros();
        long to = toMicros - trains.originMicros();
        int at = 0;
        for (int p = begin; p < end; p++) {
            long post = posts[p];
            long firstBefore = p < own ? 0 : post - axis.reachMicros() + 1;
            long lastBefore = p < own ? 0 : post - axis.censorMicros() + 1;
            long lastAfter = Math.min(to, post + axis.reachMicros());
            long firstAfter = Math.min(lastAfter, Math.max(from, post + axis.censorMicros()));
            ranges[at++] = blocks.lowerBound(block, firstBefore);
            ranges[at++] = blocks.lowerBound(block, lastBefore);
            ranges[at++] = blocks.lowerBound(block, firstAfter);
            ranges[at++] = blocks.lowerBound(block, lastAfter);
        }
    }

    /** Counts what was found, spike by spike: both orders at once, since their keys lie side by side. */
    private void add(TrainIndex trains, int begin, int end, int block, CountRow out) {
        int[] posts = trains.offsets();
        int[] keys = trains.blocks().keys();
        int base = trains.blocks().firstSlot(block) * axis.cells();
        int zero = axis.bins() * axis.binMicros();
        int at = 0;
        for (int p = begin; p < end; p++, at += RANGE) {
            out.add(keys, ranges[at], ranges[at + 1], zero + posts[p], base);
            out.add(keys, ranges[at + 2], ranges[at + 3], zero + posts[p] - 1, base);
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
