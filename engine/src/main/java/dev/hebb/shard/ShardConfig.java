package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;

/**
 * Configuration of how a shard counts and when it learns.
 *
 * @param axis lag bins of the counting contract
 * @param windowMicros length of a window
 * @param shards how many shards share a network
 * @param judgeEveryWindows windows from one recount and judgement of a dendrite's evidence to the next; spikes are kept
 *     until then
 * @param coFiring which windowed counts are published
 * @param denseMaxNeurons up to this many neurons every pair has a cumulative histogram; beyond, only candidates do
 */
public record ShardConfig(
        LagAxis axis,
        long windowMicros,
        int shards,
        int judgeEveryWindows,
        CoFiringConfig coFiring,
        int denseMaxNeurons) {
    private static final long LONGEST_LOG_MICROS = Integer.MAX_VALUE / 2;

    /** Largest record that topics and changelogs take. */
    public static final int LARGEST_RECORD_BYTES = 8 << 20;

    private static final int PARTNER_BYTES = 15;
    private static final int COUNT_BYTES = 10;

    /**
     * Returns whether a network of this many neurons has its windowed counts published: if the configuration
     * says so, and no dendrite's counts of a window could outgrow a record, which would stop the stream.
     */
    public boolean publishesCounts(int neurons) {
        return coFiring.covers(neurons) && largestCountsBytes(neurons, axis.bins()) <= LARGEST_RECORD_BYTES;
    }

    /** Bytes that a record of windowed counts can have at most. */
    public static long largestCountsBytes(long neurons, int bins) {
        return neurons * (PARTNER_BYTES + (long) COUNT_BYTES * bins);
    }

    /** Returns whether every pair of a network of this many neurons has a cumulative histogram. */
    public boolean dense(int neurons) {
        return neurons <= denseMaxNeurons;
    }

    public ShardConfig {
        if (windowMicros <= 0) {
            throw new IllegalArgumentException("windowMicros is " + windowMicros + "; a window needs a length above 0");
        }
        if (axis.reachMicros() > windowMicros) {
            throw new IllegalArgumentException("lags reach " + axis.reachMicros() + " µs, further than a window of "
                    + windowMicros + " µs; lengthen windowMicros or take fewer lag bins");
        }
        if (shards < 1 || shards > 1024) {
            throw new IllegalArgumentException("shards is " + shards + "; it must be between 1 and 1024");
        }
        if (judgeEveryWindows < 1 || judgeEveryWindows > LONGEST_LOG_MICROS / windowMicros) {
            throw new IllegalArgumentException("judgeEveryWindows is " + judgeEveryWindows
                    + "; it must be at least 1, and together no longer than " + LONGEST_LOG_MICROS + " µs");
        }
        if (coFiring.coincidenceMicros() > axis.reachMicros()) {
            throw new IllegalArgumentException("coFiring.coincidenceMicros is " + coFiring.coincidenceMicros()
                    + "; it must be at most the reach of the lags, " + axis.reachMicros() + " µs");
        }
        if (denseMaxNeurons < 2) {
            throw new IllegalArgumentException("denseMaxNeurons is " + denseMaxNeurons + "; it must be at least 2");
        }
    }
}
