package dev.hebb.evidence;

import dev.hebb.check.Check;
import dev.hebb.check.Inline;

/**
 * Constants that say when a peak has been seen repeatedly: both the newest and the older counts must support it.
 *
 * @param repeatLogOdds log odds by which the newest and the older counts must each support the whole peak against
 *     chance
 * @param repeatShare share of the log odds expected of the whole peak that the newest and the older counts must each
 *     reach, in [0, 1]; with 0, a few chance pairs can confirm an indirect peak whose cause is gone
 */
@Inline
public record RepetitionConfig(double repeatLogOdds, double repeatShare) {
    public RepetitionConfig {
        Check.notNegative("repeatLogOdds", repeatLogOdds);
        Check.inUnitInterval("repeatShare", repeatShare);
    }
}
