package dev.hebb.simulate;

import dev.hebb.framing.FramingConfig;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Independent random numbers by purpose, so that, say, more bursts leave the wiring as it was. */
public enum RandomStreams {
    WIRING,
    BACKGROUND,
    SYNAPSES,
    ASSEMBLIES,
    BURSTS,
    CUES,
    INHIBITION,
    RAGGED_BURSTS;

    /** An algorithm that Java specifies, for the same spikes on every machine. */
    private static final String ALGORITHM = "L64X128MixRandom";

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** The numbers of this purpose for a seed, from the first on. */
    public RandomGenerator of(long seed) {
        return RandomGeneratorFactory.of(ALGORITHM).create(seed + (ordinal() + 1) * GOLDEN_RATIO);
    }

    /** A waiting time of a Poisson process, at least 1 µs. */
    public static long waitMicros(RandomGenerator random, double rateHz) {
        double micros = -StrictMath.log(1 - random.nextDouble()) * 1e6 / rateHz;
        return Math.max(1, (long) Math.min(micros, FramingConfig.MAX_TIME_MICROS));
    }
}
