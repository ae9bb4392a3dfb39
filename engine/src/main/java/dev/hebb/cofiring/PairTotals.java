package dev.hebb.cofiring;

/**
 * Number of ordered pairs in a range, by the counting contract and without counting them one by one: two pointers run
 * over the spikes, and a counter by slot takes out what would pair a neuron with itself. O(spikes), no allocation once
 * warm. Not thread-safe.
 */
public final class PairTotals {
    private final LagAxis axis;

    /** Spikes by slot that the two pointers enclose; all zero between calls. */
    private int[] enclosed = new int[0];

    public PairTotals(LagAxis axis) {
        this.axis = axis;
    }

    /**
     * Causal pairs (pre before post, or with it) whose post-synaptic spike lies in [from, to) and is of one of these
     * slots. Over all slots this counts each unordered spike pair once, and a simultaneous one twice.
     *
     * @param log holds every spike of [from − reach, to)
     * @param posts true for the post-synaptic slots meant; longer than the largest slot
     */
    public long count(SpikeLog log, long fromMicros, long toMicros, boolean[] posts) {
        if (enclosed.length < posts.length) {
            enclosed = new int[posts.length];
        }
        int end = log.lowerBound(toMicros);
        int oldest = log.lowerBound(fromMicros - axis.reachMicros() + 1);
        int next = oldest;
        long pairs = 0;
        for (int k = log.lowerBound(fromMicros); k < end; k++) {
            long post = log.timeAt(k);
            while (next < end && log.timeAt(next) <= post - axis.censorMicros()) {
                enclosed[log.slotAt(next++)]++;
            }
            while (oldest < next && log.timeAt(oldest) <= post - axis.reachMicros()) {
                enclosed[log.slotAt(oldest++)]--;
            }
            int slot = log.slotAt(k);
            if (posts[slot]) {
                pairs += next - oldest - enclosed[slot];
            }
        }
        while (oldest < next) {
            enclosed[log.slotAt(oldest++)]--;
        }
        return pairs;
    }
}
