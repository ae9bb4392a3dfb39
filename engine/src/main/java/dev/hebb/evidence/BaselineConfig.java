package dev.hebb.evidence;

import dev.hebb.check.Check;
import dev.hebb.check.Inline;

/**
 * Constants of the baseline, the chance level of a cross-correlogram: smoothing by a hollow Gaussian.
 *
 * @param smoothingSdMicros standard deviation of the Gaussian
 * @param hollowFraction how much of its centre bin the Gaussian leaves out, in [0, 1] (Stark &amp; Abeles 2009: 0.6)
 * @param relativeError standard deviation of the error of the chance level, as a share of the chance level; it does not
 *     shrink with more spikes. 0: counts vary as Poisson counts do
 * @param learnRelativeError whether the synapses of a dendrite must also be significant with the error of the chance
 *     level that is learned from its pairs
 */
@Inline
public record BaselineConfig(
        int smoothingSdMicros, double hollowFraction, double relativeError, boolean learnRelativeError) {
    public BaselineConfig {
        Check.that(smoothingSdMicros > 0, "smoothingSdMicros is %d, not positive", smoothingSdMicros);
        Check.inUnitInterval("hollowFraction", hollowFraction);
        Check.notNegative("relativeError", relativeError);
    }

    /** Variance of the chance level over its square. */
    double relativeVariance() {
        return relativeError * relativeError;
    }
}
