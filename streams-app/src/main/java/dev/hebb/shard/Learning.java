package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.plasticity.DendriteLearner;
import dev.hebb.plasticity.EvidenceConfig;
import dev.hebb.plasticity.EvidenceJudge;
import dev.hebb.plasticity.LearningRules;
import dev.hebb.plasticity.StageConstants;

/**
 * How networks learn.
 *
 * @param rule name of the learning rule
 * @param evidence how pairs are judged
 * @param stage constants of learning
 */
public record Learning(String rule, EvidenceConfig evidence, StageConstants stage) {
    /** The covariance rule, the standard evidence and the standard stage. */
    public static Learning standard() {
        return new Learning("covariance", EvidenceConfig.standard(), StageConstants.standard());
    }

    DendriteLearner newLearner(LagAxis axis) {
        return new DendriteLearner(LearningRules.byName(rule), newJudge(axis));
    }

    EvidenceJudge newJudge(LagAxis axis) {
        return new EvidenceJudge(axis.bins(), axis.binMicros(), evidence);
    }
}
