package dev.hebb.bench;

import dev.hebb.cofiring.LagAxis;

/**
 * The plain way of counting: one loop over the spikes, one over those before each of them, and dense counters
 * [post][pre][lag]. This is what all else is measured against, so it has no trick, but 16-bit counters, without which
 * it would be slower.
 */
final class PlainLoop {
    private final LagAxis axis;
    private final short[][] counts;

    PlainLoop(LagAxis axis, int neurons) {
        this.axis = axis;
        this.counts = new short[neurons][neurons * axis.bins()];
    }

    /** Counts all spikes, and returns how many pairs there were. */
    long count(SpikeSet spikes) {
        long[] times = spikes.timesMicros();
        int[] ids = spikes.ids();
        int bins = axis.bins();
        int bin = axis.binMicros();
        int reach = axis.reachMicros();
        long pairs = 0;
        int first = 0;
        for (int k = 0; k < ids.length; k++) {
            int post = ids[k];
            short[] row = counts[post];
            while (times[first] <= times[k] - reach) {
                first++;
            }
            for (int i = first; i < k; i++) {
                int lag = (int) (times[k] - times[i]);
                int pre = ids[i];
                if (pre != post) {
                    row[pre * bins + lag / bin]++;
                    pairs++;
                    if (lag == 0) {
                        counts[pre][post * bins]++;
                        pairs++;
                    }
                }
            }
        }
        return pairs;
    }
}
