package dev.hebb.plasticity;

import java.util.List;

/**
 * How a cross-correlogram is judged against chance.
 *
 * @param smoothingSdMicros standard deviation of the hollow Gaussian that makes the baseline
 * @param hollowFraction how much of its centre bin the Gaussian leaves out, in [0, 1] (Stark &amp; Abeles 2009: 0.6)
 * @param widthsBins widths of peak to try, in lag bins
 * @param causalFromMicros first lag at which a synapse's peak may lie
 * @param causalToMicros end of the lags at which a synapse's peak may lie, exclusive
 * @param alpha probability of one or more false verdicts among all pairs of a network, at one look
 * @param minimumExcess spike pairs beyond chance without which no peak counts
 * @param minimumChance chance level over a peak under which a pair without a peak is undecided
 * @param repeatZ standard deviations by which the newest counts must repeat the peak of the older ones
 */
public record EvidenceConfig(
        int smoothingSdMicros,
        double hollowFraction,
        List<Integer> widthsBins,
        int causalFromMicros,
        int causalToMicros,
        double alpha,
        double minimumExcess,
        double minimumChance,
        double repeatZ) {
    public EvidenceConfig {
        widthsBins = List.copyOf(widthsBins);
        Check.that(smoothingSdMicros > 0, "smoothingSdMicros is %d, not positive", smoothingSdMicros);
        Check.that(hollowFraction >= 0 && hollowFraction <= 1, "hollowFraction is %s, not in [0, 1]", hollowFraction);
        Check.that(
                !widthsBins.isEmpty() && widthsBins.stream().allMatch(width -> width >= 1),
                "widthsBins is %s: give at least one width, each of at least one bin",
                widthsBins);
        Check.that(
                causalFromMicros >= 0 && causalToMicros > causalFromMicros,
                "causalFromMicros %d and causalToMicros %d are no range of lags",
                causalFromMicros,
                causalToMicros);
        Check.that(alpha > 0 && alpha < 1, "alpha is %s, not between 0 and 1", alpha);
        Check.that(minimumExcess >= 0, "minimumExcess is %s, negative", minimumExcess);
        Check.that(minimumChance >= 0, "minimumChance is %s, negative", minimumChance);
        Check.that(repeatZ >= 0, "repeatZ is %s, negative", repeatZ);
    }

    /** One configuration for all recordings; docs/evidence.md has the measurements behind it. */
    public static EvidenceConfig standard() {
        return new EvidenceConfig(10_000, 0.6, List.of(1, 3, 5), 0, 25_000, 0.01, 5, 5, 1);
    }
}
