package dev.hebb.evidence;

import dev.hebb.check.Check;
import dev.hebb.check.Inline;

/**
 * Constants of the baseline, the chance level of a cross-correlogram: smoothing by a hollow Gaussian.
 *
 * @param smoothingSdMicros standard deviation of the Gaussian
 * @param hollowFraction how much of its centre bin the Gaussian leaves out, in [0, 1] (Stark &amp; Abeles 2009: 0.6)
 */
@Inline
public record BaselineConfig(int smoothingSdMicros, double hollowFraction) {
    public BaselineConfig {
        Check.that(smoothingSdMicros > 0, "smoothingSdMicros is %d, not positive", smoothingSdMicros);
        Check.inUnitInterval("hollowFraction", hollowFraction);
    }
}
