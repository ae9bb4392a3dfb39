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
 * @param valleyZ standard deviations by which a valley between the two must be lower than either: then each is a peak
 *     of its own, of two neurons that drive one another, and neither counts as the other's mirror image
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
