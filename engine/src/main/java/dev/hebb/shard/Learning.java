package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.evidence.EvidenceConfig;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.rule.LearningRules;
import dev.hebb.rule.RuleConstants;
import dev.hebb.synapse.DendriteLearner;
import dev.hebb.synapse.HomeostasisConfig;
import dev.hebb.synapse.Stages;

/**
 * Constants by which networks learn.
 *
 * @param rule name of the learning rule
 * @param evidence how pairs are judged
 * @param stages constants of learning, by age
 * @param constants of all rules
 * @param homeostasis scaling of dendrites towards a total weight
 */
public record Learning(
        String rule, EvidenceConfig evidence, Stages stages, RuleConstants constants, HomeostasisConfig homeostasis) {
    public Learning {
        LearningRules.byName(rule, constants);
    }

    /** The covariance rule, the standard evidence and the standard stages. */
    public static Learning standard() {
        return new Learning(
                "covariance",
                EvidenceConfig.standard(),
                Stages.standard(),
                RuleConstants.standard(),
                HomeostasisConfig.off());
    }

    /**
     * Refuses what cannot work with an axis of lags.
     *
     * @throws IllegalArgumentException naming the constant
     */
    public void requireFits(LagAxis axis) {
        newLearner(axis);
    }

    DendriteLearner newLearner(LagAxis axis) {
        long delayMicros = constants.stdp().dendriticDelayMicros();
        if (delayMicros >= axis.reachMicros()) {
            throw new IllegalArgumentException("stdp.dendriticDelayMicros is " + delayMicros
                    + "; it must be less than the lags reach, " + axis.reachMicros() + " µs");
        }
        return new DendriteLearner(LearningRules.byName(rule, constants), newJudge(axis), homeostasis);
    }

    /** A judge by these constants. */
    public EvidenceJudge newJudge(LagAxis axis) {
        return new EvidenceJudge(axis.bins(), axis.binMicros(), evidence);
    }
}
