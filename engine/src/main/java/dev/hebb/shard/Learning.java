package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.evidence.EvidenceConfig;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.rule.BcmConstants;
import dev.hebb.rule.LearningRules;
import dev.hebb.rule.OjaConstants;
import dev.hebb.rule.RuleConstants;
import dev.hebb.rule.StdpConstants;
import dev.hebb.synapse.DendriteLearner;
import dev.hebb.synapse.HomeostasisConfig;
import dev.hebb.synapse.Stages;

/**
 * Constants by which networks learn.
 *
 * @param rule name of the learning rule
 * @param evidence how pairs are judged
 * @param stages constants of learning, by age
 * @param stdp constants of the rules stdp and stdp-nearest
 * @param oja constants of the rule oja
 * @param bcm constants of the rule bcm
 * @param homeostasis scaling of dendrites towards a total weight
 */
public record Learning(
        String rule,
        EvidenceConfig evidence,
        Stages stages,
        StdpConstants stdp,
        OjaConstants oja,
        BcmConstants bcm,
        HomeostasisConfig homeostasis) {
    public Learning {
        LearningRules.byName(rule, new RuleConstants(stdp, oja, bcm));
    }

    /** The covariance rule, the standard evidence and the standard stages. */
    public static Learning standard() {
        return new Learning(
                "covariance",
                EvidenceConfig.standard(),
                Stages.standard(),
                StdpConstants.standard(),
                OjaConstants.standard(),
                BcmConstants.standard(),
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
        if (stdp.dendriticDelayMicros() >= axis.reachMicros()) {
            throw new IllegalArgumentException("stdp.dendriticDelayMicros is " + stdp.dendriticDelayMicros()
                    + "; it must be less than the lags reach, " + axis.reachMicros() + " µs");
        }
        return new DendriteLearner(
                LearningRules.byName(rule, new RuleConstants(stdp, oja, bcm)), newJudge(axis), homeostasis);
    }

    /** A judge by these constants. */
    public EvidenceJudge newJudge(LagAxis axis) {
        return new EvidenceJudge(axis.bins(), axis.binMicros(), evidence);
    }
}
