package dev.hebb.synapse;

import dev.hebb.check.Check;

/**
 * Constants by which a dendrite is scaled towards a total weight.
 *
 * @param enabled whether dendrites are scaled
 * @param targetTotalWeight total weight of the dendrite's active excitatory synapses that it is scaled towards, above 0
 * @param timeConstantMicros observed time in which the logarithm of the distance to it falls to 1/e
 * @param exponent γ: 0 scales all synapses by the same factor, above 0 strong ones by more than weak ones; in [0, 4]
 */
public record HomeostasisConfig(boolean enabled, double targetTotalWeight, long timeConstantMicros, double exponent) {
    private static final double LARGEST_TARGET = 65_535;
    private static final double LARGEST_EXPONENT = 4;
    private static final long MINUTE_MICROS = 60_000_000;

    public HomeostasisConfig {
        Check.that(
                targetTotalWeight > 0 && targetTotalWeight <= LARGEST_TARGET,
                "targetTotalWeight is %s: it lies above 0 and at most at 65535, one for each synapse",
                targetTotalWeight);
        Check.that(timeConstantMicros > 0, "timeConstantMicros is %d, not positive", timeConstantMicros);
        Check.that(exponent >= 0 && exponent <= LARGEST_EXPONENT, "exponent is %s: it lies in [0, 4]", exponent);
    }

    /** Off; if switched on, uniform scaling towards 4 within ten minutes. */
    public static HomeostasisConfig off() {
        return new HomeostasisConfig(false, 4, 10 * MINUTE_MICROS, 0);
    }
}
