package dev.hebb.evidence;

import org.hipparchus.special.Erf;

/**
 * Signed deviance of a Poisson count: how many standard deviations it lies above its chance level, and with what
 * probability.
 */
final class PoissonDeviance {
    private PoissonDeviance() {}

    /** Probability that chance alone stands this many standard deviations above its mean. */
    static double tail(double z) {
        return 0.5 * Erf.erfc(z / Math.sqrt(2));
    }

    /** Returns the number of standard deviations that have this tail probability. */
    static double quantile(double tail) {
        return Math.sqrt(2) * Erf.erfcInv(2 * tail);
    }

    /**
     * Signed root of the Poisson deviance, √(2(c·ln(c/λ) − (c − λ))): close to normal even where λ is small and the
     * count far from it, where (c − λ)/√λ is not (McCullagh &amp; Nelder 1989, §2.4).
     */
    static double z(double count, double chance) {
        if (chance <= 0) {
            return 0;
        }
        double deviance = count > 0 ? count * Math.log(count / chance) - (count - chance) : chance;
        return Math.signum(count - chance) * Math.sqrt(2 * Math.max(0, deviance));
    }
}
