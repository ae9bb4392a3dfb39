package dev.hebb.cofiring;

/**
 * Spike pairs of a single ordered pair of neurons, by merging their two trains: what existing synapses need at every
 * window. Stateless but for its axis.
 */
public final class PairHistogram {
    private final LagAxis axis;

    public PairHistogram(LagAxis axis) {
        this.axis = axis;
    }

    /**
     * Adds the two-sided histogram of pre → post over the pairs whose later spike lies in [from, to).
     *
     * @param trains index of a range that contains [from, to)
     * @param into 2K cells, laid out as in {@link LagAxis}
     * @throws ArithmeticException if a count is beyond an int
     */
    public void count(TrainIndex trains, int preSlot, int postSlot, long fromMicros, long toMicros, int[] into) {
        if (preSlot == postSlot) {
            return;
        }
        int reach = axis.reachMicros();
        int preEnd = trains.lowerBound(preSlot, toMicros);
        int postEnd = trains.lowerBound(postSlot, toMicros);
        int start = trains.lowerBound(preSlot, fromMicros - reach + 1);
        for (int j = trains.lowerBound(postSlot, fromMicros - reach + 1); j < postEnd; j++) {
            long post = trains.timeAt(j);
            while (start < preEnd && trains.timeAt(start) <= post - reach) {
                start++;
            }
            for (int i = start; i < preEnd && trains.timeAt(i) < post + reach; i++) {
                long pre = trains.timeAt(i);
                if (Math.max(pre, post) >= fromMicros) {
                    add((int) (post - pre), into);
                }
            }
        }
    }

    /**
     * The latest post-synaptic spike in [from, to) that came {@code minLagMicros} ≤ lag &lt; {@code maxLagMicros} after
     * a spike of pre: when the synapse was last used.
     *
     * @param maxLagMicros at most the reach
     * @return its time in µs, {@link Long#MIN_VALUE} if there is none
     */
    public long lastCausal(
            TrainIndex trains,
            int preSlot,
            int postSlot,
            int minLagMicros,
            int maxLagMicros,
            long fromMicros,
            long toMicros) {
        int nearest = Math.max(minLagMicros, axis.censorMicros());
        if (preSlot == postSlot || nearest >= maxLagMicros) {
            return Long.MIN_VALUE;
        }
        int first = trains.lowerBound(postSlot, fromMicros);
        for (int j = trains.lowerBound(postSlot, toMicros) - 1; j >= first; j--) {
            long post = trains.timeAt(j);
            int earliest = trains.lowerBound(preSlot, post - maxLagMicros + 1);
            if (earliest < trains.lowerBound(preSlot, post - nearest + 1)) {
                return post;
            }
        }
        return Long.MIN_VALUE;
    }

    private void add(int lag, int[] into) {
        if (Math.abs(lag) < axis.censorMicros()) {
            return;
        }
        if (lag >= 0) {
            int cell = axis.causalCell(lag);
            into[cell] = Math.incrementExact(into[cell]);
        }
        if (lag <= 0) {
            int cell = axis.antiCausalCell(-lag);
            into[cell] = Math.incrementExact(into[cell]);
        }
    }
}
