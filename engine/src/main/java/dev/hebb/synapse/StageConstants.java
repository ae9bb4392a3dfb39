package dev.hebb.synapse;

import dev.hebb.check.Check;

/**
 * Constants of learning in one developmental stage of a network.
 *
 * @param name name of the stage, as events show it
 * @param learningRate η: weight per window for a pair in which every spike co-fires beyond chance
 * @param decayMicros τ: observed time in which an unused weight falls to 1/e
 * @param initialWeight weight of a synapse that was just formed, and at least of one that was just unmasked
 * @param maskBelowWeight an active synapse under this weight is masked as WEAK
 * @param fanInBudget active synapses a dendrite may have; the weakest beyond it are masked as OUTCOMPETED
 * @param dormantTermMicros observed time after which a dormant synapse is pruned; {@value #UNDECIDED_TERMS} times as
 *     long if it is still undecided whether the synapse is used
 * @param decisionLogOdds log odds at which it is decided that a dormant synapse is used, or is not (3 is 20 to 1)
 * @param formationPermitted whether new synapses may form
 * @param neuronTermMicros observed time after which a neuron that had synapses and has none is pruned, if it has been
 *     silent or unconnected for this long
 */
public record StageConstants(
        String name,
        double learningRate,
        long decayMicros,
        double initialWeight,
        double maskBelowWeight,
        int fanInBudget,
        long dormantTermMicros,
        double decisionLogOdds,
        boolean formationPermitted,
        long neuronTermMicros) {
    /** Terms that an undecided dormant synapse has: not significant is not absent. */
    public static final int UNDECIDED_TERMS = 3;

    private static final long SECOND = 1_000_000L;

    public StageConstants {
        Check.that(!name.isBlank(), "name is empty; a stage needs one");
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
        Check.that(fanInBudget >= 1, "%s: fanInBudget is %d, less than 1", name, fanInBudget);
        Check.that(dormantTermMicros > 0, "%s: dormantTermMicros is %d, not positive", name, dormantTermMicros);
        Check.that(decisionLogOdds > 0, "%s: decisionLogOdds is %s, not positive", name, decisionLogOdds);
        Check.that(neuronTermMicros > 0, "%s: neuronTermMicros is %d, not positive", name, neuronTermMicros);
    }

    /** Young: forms easily, forgets slowly, under which recordings of minutes to hours show both growth and pruning. */
    public static StageConstants growth() {
        return new StageConstants("GROWTH", 0.75, 400 * SECOND, 0.3, 0.16, 64, 300 * SECOND, 3, true, 600 * SECOND);
    }

    /** Heavy pruning, when it begins. */
    public static StageConstants refinement() {
        return new StageConstants("REFINEMENT", 0.5, 300 * SECOND, 0.3, 0.2, 32, 200 * SECOND, 3, true, 600 * SECOND);
    }

    /** Stable and slow: what has survived stays. */
    public static StageConstants maturity() {
        return new StageConstants("MATURITY", 0.4, 800 * SECOND, 0.25, 0.1, 48, 900 * SECOND, 3, true, 1800 * SECOND);
    }

    /**
     * Constants on the way from these to others; the name stays.
     *
     * @param share how far on the way, from 0 to 1
     */
    public StageConstants towards(StageConstants other, double share) {
        return new StageConstants(
                name,
                between(learningRate, other.learningRate, share),
                Math.round(1 / between(1.0 / decayMicros, 1.0 / other.decayMicros, share)),
                between(initialWeight, other.initialWeight, share),
                between(maskBelowWeight, other.maskBelowWeight, share),
                (int) Math.round(between(fanInBudget, other.fanInBudget, share)),
                Math.round(between(dormantTermMicros, other.dormantTermMicros, share)),
                between(decisionLogOdds, other.decisionLogOdds, share),
                formationPermitted,
                Math.round(between(neuronTermMicros, other.neuronTermMicros, share)));
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
