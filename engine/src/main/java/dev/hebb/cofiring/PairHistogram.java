package dev.hebb.cofiring;

/**
 * Spike pairs of a single ordered pair of neurons, by merging their two trains: what existing synapses need at every
 * window. Stateless but for its axis.
 */
public final class PairHistogram {
    private final LagAxis axis;
    private final Reciprocal bin;

    public PairHistogram(LagAxis axis) {
        this.axis = axis;
        this.bin = Reciprocal.of(axis.binMicros());
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
        int[] times = trains.offsets();
        int reach = axis.reachMicros();
        int from = (int) (fromMicros - trains.originMicros());
        int start = trains.lowerBound(preSlot, fromMicros - reach + 1);
        int preEnd = trains.lowerBound(preSlot, toMicros);
        int postEnd = trains.lowerBound(postSlot, toMicros);
        for (int j = trains.lowerBound(postSlot, fromMicros - reach + 1); j < postEnd; j++) {
            int post = times[j];
            while (start < preEnd && post - times[start] >= reach) {
                start++;
            }
            for (int i = start; i < preEnd && times[i] - post < reach; i++) {
                if (post >= from || times[i] >= from) {
                    add(post - times[i], into);
                }
            }
        }
    }

    /**
     * The latest post-synaptic spike in [from, to) that came {@code minLagMicros} ≤ lag &lt; {@code maxLagMicros} after
     * a spike of pre: when the synapse was last used.
     *
     * @param trains index of a range that contains [from, to)
     * @param minLagMicros 0 or more; the axis' censor holds here too
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
        int[] times = trains.offsets();
        int preFirst = trains.first(preSlot);
        int latest = trains.lowerBound(preSlot, toMicros) - 1;
        int postFirst = trains.lowerBound(postSlot, fromMicros);
        for (int j = trains.lowerBound(postSlot, toMicros) - 1; j >= postFirst; j--) {
            while (latest >= preFirst && times[j] - times[latest] < nearest) {
                latest--;
            }
            if (latest < preFirst) {
                return Long.MIN_VALUE;
            }
            if (times[j] - times[latest] < maxLagMicros) {
                return trains.timeAt(j);
            }
        }
        return Long.MIN_VALUE;
    }

    private void add(int lag, int[] into) {
        int bins = axis.bins();
        int distance = Math.abs(lag);
        if (distance < axis.censorMicros()) {
            return;
        }
        int from = bin.divide(distance);
        if (lag >= 0) {
            into[bins + from] = Math.incrementExact(into[bins + from]);
        }
        if (lag <= 0) {
            into[bins - 1 - from] = Math.incrementExact(into[bins - 1 - from]);
        }
    }
}
