package dev.hebb.evidence;

import dev.hebb.check.Check;
import java.util.List;

/**
 * How a cross-correlogram is judged against chance.
 *
 * @param smoothingSdMicros standard deviation of the hollow Gaussian that makes the baseline
 * @param hollowFraction how much of its centre bin the Gaussian leaves out, in [0, 1] (Stark &amp; Abeles 2009: 0.6)
 * @param widthsBins widths of peak to try, in lag bins
 * @param causalFromMicros first lag at which a synapse's peak may lie
 * @param causalToMicros end of the lags at which a synapse's peak may lie, exclusive
 * @param alpha bound on the probability that one look at a network of unconnected neurons finds any peak significant:
 *     shared out over its pairs, lags and widths; the same again for troughs
 * @param minimumExcess spike pairs beyond chance without which no peak counts
 * @param minimumChance chance level over a peak under which a pair without a significant one is undecided
 * @param centralMicros a peak that begins before this lag must be stronger than its mirror image on the anti-causal
 *     side: a common drive makes both
 * @param mirrorShare the mirror image may have at most this share of the peak's excess, in [0, 1]
 * @param mirrorZ and the peak must exceed it by so many standard deviations
 * @param valleyZ unless between the two lies a valley, so many standard deviations lower than either: then each is a peak
 *     of its own, of two neurons that drive one another
 * @param repeatLogOdds log odds by which both the newest and the older counts must speak for the whole peak, not chance
 * @param repeatShare share of the log odds that the whole peak lets expect of them that they must speak for it, in [0, 1]: of an
 *     echo whose explanation is gone, chance soon makes a few pairs more than none
 * @param explainedShare a peak of which other peaks explain at least this share is theirs, in (0, 1]
 * @param residualZ standard deviations that a new synapse's peak must stand above all that other paths might make of it
 * @param flankZ standard deviations that a peak must stand above the bins on either side of it
 * @param halfLifeMicros observed time after which what was counted weighs half, in cumulative histograms; 0: it never
 *     loses weight
 * @param troughs how inhibition is looked for
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
        int centralMicros,
        double mirrorShare,
        double mirrorZ,
        double valleyZ,
        double repeatLogOdds,
        double repeatShare,
        double explainedShare,
        double residualZ,
        double flankZ,
        long halfLifeMicros,
        TroughConfig troughs) {
    public EvidenceConfig {
        widthsBins = List.copyOf(widthsBins);
        Check.that(smoothingSdMicros > 0, "smoothingSdMicros is %d, not positive", smoothingSdMicros);
        inUnitInterval("hollowFraction", hollowFraction);
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
        notNegative("minimumExcess", minimumExcess);
        notNegative("minimumChance", minimumChance);
        notNegative("centralMicros", centralMicros);
        inUnitInterval("mirrorShare", mirrorShare);
        notNegative("mirrorZ", mirrorZ);
        notNegative("valleyZ", valleyZ);
        notNegative("repeatLogOdds", repeatLogOdds);
        inUnitInterval("repeatShare", repeatShare);
        inUnitInterval("explainedShare", explainedShare);
        notNegative("residualZ", residualZ);
        notNegative("flankZ", flankZ);
        Check.that(halfLifeMicros >= 0, "halfLifeMicros is %d, negative; 0 is none", halfLifeMicros);
        Check.that(explainedShare > 0, "explainedShare is 0: every peak would be explained by nothing");
    }

    /** One configuration for all recordings; docs/evidence.md has the measurements behind it. */
    public static EvidenceConfig standard() {
        return new EvidenceConfig(
                10_000,
                0.6,
                List.of(1, 3, 5, 8),
                0,
                25_000,
                0.1,
                5,
                5,
                5_000,
                0.5,
                2,
                4,
                1,
                0.75,
                0.3,
                4,
                3,
                0,
                TroughConfig.standard());
    }

    /** The same, but for how inhibition is looked for. */
    public EvidenceConfig with(TroughConfig otherTroughs) {
        return new EvidenceConfig(
                smoothingSdMicros,
                hollowFraction,
                widthsBins,
                causalFromMicros,
                causalToMicros,
                alpha,
                minimumExcess,
                minimumChance,
                centralMicros,
                mirrorShare,
                mirrorZ,
                valleyZ,
                repeatLogOdds,
                repeatShare,
                explainedShare,
                residualZ,
                flankZ,
                halfLifeMicros,
                otherTroughs);
    }

    /** How often counts lost half of their weight between two amounts of observed time. */
    public int halvings(long fromObservedMicros, long toObservedMicros) {
        if (halfLifeMicros == 0) {
            return 0;
        }
        long halvings = toObservedMicros / halfLifeMicros - fromObservedMicros / halfLifeMicros;
        return (int) Math.min(Integer.SIZE - 1, halvings);
    }

    private static void inUnitInterval(String name, double value) {
        Check.that(value >= 0 && value <= 1, "%s is %s, not in [0, 1]", name, value);
    }

    private static void notNegative(String name, double value) {
        Check.that(value >= 0, "%s is %s, negative", name, value);
    }
}
