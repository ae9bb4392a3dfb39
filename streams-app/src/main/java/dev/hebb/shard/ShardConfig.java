package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;

/**
 * How a shard counts and when it learns.
 *
 * @param axis lag bins of the counting contract
 * @param windowMicros length of a window
 * @param shards how many shards share a network
 * @param judgeEveryWindows a dendrite's evidence is recounted and judged once in so many windows; its spikes are kept
 *     until then
 * @param coFiring which windowed counts are kept and published
 * @param denseMaxNeurons up to so many neurons every pair has a cumulative histogram; beyond, only candidates do
 */
public record ShardConfig(
        LagAxis axis,
        long windowMicros,
        int shards,
        int judgeEveryWindows,
        CoFiringConfig coFiring,
        int denseMaxNeurons) {
    private static final long LONGEST_LOG_MICROS = Integer.MAX_VALUE / 2;

    /** Whether every pair of a network of so many neurons has a cumulative histogram. */
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
        if (judgeEveryWindows < 1 || judgeEveryWindows * windowMicros > LONGEST_LOG_MICROS) {
            throw new IllegalArgumentException("judgeEveryWindows is " + judgeEveryWindows
                    + "; it must be at least 1, and together no longer than " + LONGEST_LOG_MICROS + " µs");
        }
        if (denseMaxNeurons < 2) {
            throw new IllegalArgumentException("denseMaxNeurons is " + denseMaxNeurons + "; it must be at least 2");
        }
    }
}
