package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.plasticity.DendriteLearner;
import dev.hebb.plasticity.EvidenceConfig;
import dev.hebb.plasticity.EvidenceJudge;
import dev.hebb.plasticity.LearningRules;
import dev.hebb.plasticity.Stages;

/**
 * How networks learn.
 *
 * @param rule name of the learning rule
 * @param evidence how pairs are judged
 * @param stages constants of learning, by age
 */
public record Learning(String rule, EvidenceConfig evidence, Stages stages) {
    /** The covariance rule, the standard evidence and the standard stages. */
    public static Learning standard() {
        return new Learning("covariance", EvidenceConfig.standard(), Stages.standard());
    }

    DendriteLearner newLearner(LagAxis axis) {
        return new DendriteLearner(LearningRules.byName(rule), newJudge(axis));
    }

    EvidenceJudge newJudge(LagAxis axis) {
        return new EvidenceJudge(axis.bins(), axis.binMicros(), evidence);
    }
}
