package dev.hebb.evidence;

import dev.hebb.check.Check;
import dev.hebb.check.Inline;

/**
 * Constants that say when other connections explain a peak.
 *
 * @param explainedShare share of a peak that other peaks must explain for it to count as explained by them, in (0, 1]
 * @param residualZ standard deviations by which the peak of a new synapse must exceed what chance and other paths
 *     together may make
 */
@Inline
public record ExplanationConfig(double explainedShare, double residualZ) {
    public ExplanationConfig {
        Check.inUnitInterval("explainedShare", explainedShare);
        Check.notNegative("residualZ", residualZ);
        Check.that(explainedShare > 0, "explainedShare is 0: every peak would be explained by nothing");
    }
}
