package dev.hebb.tissue;

/**
 * Noise that belongs to a neuron and a step: independent values of mean 0 and variance 1, a function of (seed, neuron,
 * step). So a lesion, another synapse, or another size of block leaves every other neuron's noise as it was, and two
 * runs that differ in one thing differ by that thing alone.
 *
 * <p>Bits are mixed as in SplitMix64 (Steele, Lea, Flood 2014); the value is the sum of four uniform ones (Irwin–Hall),
 * which is normal up to 3.4 standard deviations, beyond which it has nothing.
 */
final class Noise {
    private static final long NEURON_GAMMA = 0xD1342543DE82EF95L;
    private static final long STEP_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int PART_BITS = 16;
    private static final int PART_MASK = (1 << PART_BITS) - 1;
    private static final double SUM_MEAN = 2.0 * PART_MASK;

    /** Standard deviation of the sum of four uniform values in [0, 2^16): √(4 · (2^32 − 1) / 12). */
    private static final double SUM_DEVIATION = Math.sqrt(((1L << 32) - 1) / 3.0);

    private final long seed;

    Noise(long seed) {
        this.seed = mix(seed + STEP_GAMMA);
    }

    /** Key of a step, the same for all neurons, to be given to {@link #of}. */
    long key(long step) {
        return mix(seed ^ (step * STEP_GAMMA));
    }

    /** The value of a neuron in the step of this key. */
    static double of(long stepKey, int neuron) {
        long bits = mix(stepKey + (neuron + 1) * NEURON_GAMMA);
        long sum = (bits & PART_MASK)
                + ((bits >>> PART_BITS) & PART_MASK)
                + ((bits >>> (2 * PART_BITS)) & PART_MASK)
                + (bits >>> (3 * PART_BITS));
        return (sum - SUM_MEAN) / SUM_DEVIATION;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
