package dev.hebb.evidence;

import dev.hebb.check.Check;
import dev.hebb.check.Inline;

/**
 * Constants that tell a directed peak near zero lag from a common drive, which makes a peak on both sides of zero.
 *
 * @param centralMicros a peak that begins before this lag must be stronger than its mirror image on the anti-causal
 *     side
 * @param mirrorShare the mirror image may have at most this share of the peak's excess, in [0, 1]
 * @param mirrorZ standard deviations by which the peak must exceed its mirror image
 * @param valleyZ standard deviations by which a valley between a peak and its mirror image must be lower than either;
 *     then the two neurons drive each other, and neither peak counts as the mirror image of the other
 */
@Inline
public record MirrorConfig(int centralMicros, double mirrorShare, double mirrorZ, double valleyZ) {
    public MirrorConfig {
        Check.notNegative("centralMicros", centralMicros);
        Check.inUnitInterval("mirrorShare", mirrorShare);
        Check.notNegative("mirrorZ", mirrorZ);
        Check.notNegative("valleyZ", valleyZ);
    }
}
