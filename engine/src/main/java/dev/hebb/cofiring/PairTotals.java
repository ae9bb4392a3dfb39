package dev.hebb.cofiring;

/**
 * Number of ordered pairs in a range, by the counting contract and without counting them one by one: two pointers run
 * over the spikes, and a counter by slot takes out what would pair a neuron with itself. O(spikes), no allocation once
 * warm. Not thread-safe.
 */
public final class PairTotals {
    /** Times of this many microseconds are compared as ints, which takes a fraction of the time. */
    private static final int PART_MICROS = 1 << 30;

    private final LagAxis axis;

    /** Spikes by slot that the two pointers enclose; all zero between calls. */
    private int[] enclosed = new int[0];

    /** First index that the pointers enclose. */
    private int oldest;

    /** Index after the last. */
    private int next;

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
        oldest = log.lowerBound(fromMicros - axis.reachMicros() + 1);
        next = oldest;
        long pairs = 0;
        int begin = log.lowerBound(fromMicros);
        while (begin < end) {
            long first = log.timeAt(begin);
            int partEnd = Math.min(end, log.lowerBound(first + PART_MICROS));
            leave(log, first - axis.reachMicros() + 1);
            pairs += count(log, first, begin, partEnd, posts);
            begin = partEnd;
        }
        leave(log, Long.MAX_VALUE);
        return pairs;
    }

    /** Both pointers pass over everything before this time. */
    private void leave(SpikeLog log, long timeMicros) {
        int to = log.lowerBound(timeMicros);
        while (oldest < Math.min(next, to)) {
            enclosed[log.slotAt(oldest++)]--;
        }
        if (oldest == next) {
            oldest = Math.max(oldest, to);
            next = oldest;
        }
    }

    /** Pairs of the post-synaptic spikes begin..end, all of them less than a part after {@code first}. */
    private long count(SpikeLog log, long firstMicros, int begin, int end, boolean[] posts) {
        int[] lows = log.lows();
        int[] slots = log.slots();
        int head = log.head();
        int first = (int) firstMicros;
        int reach = axis.reachMicros();
        int censor = axis.censorMicros();
        int from = head + oldest;
        int to = head + next;
        long pairs = 0;
        for (int k = head + begin; k < head + end; k++) {
            int post = lows[k] - first;
            while (to < head + end && lows[to] - first <= post - censor) {
                enclosed[slots[to++]]++;
            }
            while (from < to && lows[from] - first <= post - reach) {
                enclosed[slots[from++]]--;
            }
            if (posts[slots[k]]) {
                pairs += to - from - enclosed[slots[k]];
            }
        }
        oldest = from - head;
        next = to - head;
        return pairs;
    }
}
