package dev.hebb.rule;

import dev.hebb.check.Check;

/**
 * Constants of {@link BcmRule}.
 *
 * @param thetaTimeMicros observed time over which the threshold θ averages y², 1/e
 * @param referenceRateHz the rate that counts as 1, above 0 and at most 1000 Hz: where a steady neuron neither
 *     strengthens nor weakens
 */
public record BcmConstants(long thetaTimeMicros, double referenceRateHz) {
    private static final long MINUTE_MICROS = 60_000_000;

    public BcmConstants {
        Check.that(thetaTimeMicros > 0, "thetaTimeMicros is %d, not positive", thetaTimeMicros);
        OjaConstants.referenceRate(referenceRateHz);
    }

    /** A minute, several windows; 10 Hz. */
    public static BcmConstants standard() {
        return new BcmConstants(MINUTE_MICROS, 10);
    }
}
