package dev.hebb.evidence;

import dev.hebb.check.Check;
import dev.hebb.check.Inline;

/**
 * Constants that say when other connections explain a peak.
 *
 * @param explainedShare share of a peak that others must explain for it to count as theirs, in (0, 1]
 * @param residualZ standard deviations by which a new synapse's peak must exceed all that other paths might make of it
 */
@Inline
public record ExplanationConfig(double explainedShare, double residualZ) {
    public ExplanationConfig {
        Check.inUnitInterval("explainedShare", explainedShare);
        Check.notNegative("residualZ", residualZ);
        Check.that(explainedShare > 0, "explainedShare is 0: every peak would be explained by nothing");
    }
}
