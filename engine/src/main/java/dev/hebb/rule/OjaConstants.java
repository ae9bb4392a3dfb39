package dev.hebb.rule;

import dev.hebb.check.Check;

/**
 * Constants of {@link OjaRule}.
 *
 * @param alpha α: how strongly the post-synaptic rate makes a weight forget, in [0, 100]
 * @param referenceRateHz the rate that counts as 1, above 0 and at most 1000 Hz
 */
public record OjaConstants(double alpha, double referenceRateHz) {
    private static final double LARGEST_ALPHA = 100;

    /** A neuron fires no faster. */
    static final double LARGEST_RATE_HZ = 1_000;

    public OjaConstants {
        Check.that(alpha >= 0 && alpha <= LARGEST_ALPHA, "alpha is %s: it lies in [0, 100]", alpha);
        referenceRate(referenceRateHz);
    }

    /** α 1/4 and 10 Hz: neurons of a few Hz forget slowly enough for weak synapses to stay above the mask threshold. */
    public static OjaConstants standard() {
        return new OjaConstants(0.25, 10);
    }

    static void referenceRate(double hertz) {
        Check.that(
                hertz > 0 && hertz <= LARGEST_RATE_HZ,
                "referenceRateHz is %s: it lies above 0 and at most at 1000 Hz",
                hertz);
    }
}
