package dev.hebb.plasticity;

/**
 * Constants of learning in one developmental stage of a network.
 *
 * @param name of the stage, as events show it
 * @param learningRate η: weight per window for a pair in which every spike co-fires beyond chance
 * @param decayMicros τ: observed time in which an unused weight falls to 1/e
 * @param initialWeight weight of a synapse that was just formed, and at least of one that was just unmasked
 * @param maskBelowWeight an active synapse under this weight is masked as WEAK
 * @param unmaskAboveWeight a dormant synapse that learned its way above this weight is unmasked
 * @param fanInBudget active synapses a dendrite may have; the weakest beyond it are masked as OUTCOMPETED
 * @param dormantTermMicros observed time after which a dormant synapse is pruned
 * @param recentMicros time constant, of observed time, of the leaky sums that tell recent co-firing from chance
 * @param usedZ standard deviations above chance at which recent co-firing counts as use
 * @param formationPermitted whether new synapses may form
 */
public record StageConstants(
        String name,
        double learningRate,
        long decayMicros,
        double initialWeight,
        double maskBelowWeight,
        double unmaskAboveWeight,
        int fanInBudget,
        long dormantTermMicros,
        long recentMicros,
        double usedZ,
        boolean formationPermitted) {
    private static final long SECOND = 1_000_000L;

    public StageConstants {
        Check.that(!name.isBlank(), "a stage needs a name");
        Check.that(learningRate > 0 && learningRate <= 1, "%s: learningRate is %s, not in (0, 1]", name, learningRate);
        Check.that(decayMicros > 0, "%s: decayMicros is %d, not positive", name, decayMicros);
        Check.that(
                maskBelowWeight > 0 && maskBelowWeight < 1,
                "%s: maskBelowWeight is %s, not between 0 and 1",
                name,
                maskBelowWeight);
        Check.that(
                initialWeight > maskBelowWeight && initialWeight <= 1,
                "%s: initialWeight is %s: a new synapse must start above maskBelowWeight %s and at most at 1",
                name,
                initialWeight,
                maskBelowWeight);
        Check.that(
                unmaskAboveWeight > maskBelowWeight && unmaskAboveWeight < 1,
                "%s: unmaskAboveWeight is %s: it must lie between maskBelowWeight %s and 1, or synapses would flicker",
                name,
                unmaskAboveWeight,
                maskBelowWeight);
        Check.that(fanInBudget >= 1, "%s: fanInBudget is %d, less than 1", name, fanInBudget);
        Check.that(dormantTermMicros > 0, "%s: dormantTermMicros is %d, not positive", name, dormantTermMicros);
        Check.that(recentMicros > 0, "%s: recentMicros is %d, not positive", name, recentMicros);
        Check.that(usedZ > 0, "%s: usedZ is %s, not positive", name, usedZ);
    }

    /** One stage for the whole of life, under which recordings of minutes to hours show both growth and pruning. */
    public static StageConstants standard() {
        return new StageConstants(
                "STANDARD", 0.05, 600 * SECOND, 0.2, 0.05, 0.1, 64, 600 * SECOND, 300 * SECOND, 3, true);
    }
}
