package dev.hebb.synapse;

import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.Histogram;
import dev.hebb.evidence.Use;
import dev.hebb.rule.LearningRule;
import dev.hebb.rule.SynapseUse;
import dev.hebb.rule.WeightChange;

/** Update of one synapse's numbers by one window: Hebbian update, atrophy, and the memory of its recent use. */
public final class SynapseUpdate {
    private final LearningRule rule;
    private final EvidenceJudge judge;

    public SynapseUpdate(LearningRule rule, EvidenceJudge judge) {
        this.rule = rule;
        this.judge = judge;
    }

    /**
     * Learns from a window, lets the weight waste away, and remembers whether the synapse was used.
     *
     * @param i index of the synapse in the row, which is changed
     * @param gain of attention, 1 without
     * @param seen what the window has of the pair
     */
    public void apply(DendriteSynapses row, int i, WindowContext context, double gain, PairWindow seen) {
        SynapseUse use = use(row, i, context, seen);
        StageConstants stage = context.stage();
        double rate = gain * context.plasticity() * stage.learningRate();
        WeightChange change = learn(row, i, rate, use);
        row.setMemory(i, change.memory());
        double learned = row.weight(i) + change.delta();
        double kept = Math.exp(-context.plasticity() * context.observedMicros() / stage.decayMicros());
        row.setWeight(i, Math.min(1, Math.max(0, learned)) * kept);
        remember(row, i, context, use);
        if (seen.lastCausalMicros() != PairWindow.NEVER) {
            row.setLastCoFiredAtMicros(i, Math.max(row.lastCoFiredAtMicros(i), seen.lastCausalMicros()));
        }
    }

    /** Updates the rule's memory over unobserved time, in which nothing is learned. */
    void pass(DendriteSynapses row, int i, WindowContext context, PairWindow seen) {
        row.setMemory(i, learn(row, i, 0, use(row, i, context, seen)).memory());
    }

    private WeightChange learn(DendriteSynapses row, int i, double rate, SynapseUse use) {
        return rule.learn(row.weight(i), rate, use, row.memory(i));
    }

    private SynapseUse use(DendriteSynapses row, int i, WindowContext context, PairWindow seen) {
        Histogram histogram = seen.histogram();
        return new SynapseUse(
                judge.causalAt(histogram, row.lagBin(i), row.widthBins(i)),
                judge.chanceAt(histogram, row.lagBin(i), row.widthBins(i)),
                seen.preSpikes(),
                seen.postSpikes(),
                row.inhibitory(i),
                context.times(),
                seen.trains());
    }

    /**
     * Wald's sequential test of "used as at its last judgement" against "chance". Bounded, so that a long past does not
     * outweigh a change.
     */
    private static void remember(DendriteSynapses row, int i, WindowContext context, SynapseUse use) {
        double bound = context.stage().decisionLogOdds();
        double odds = row.useLogOdds(i) + Use.logOdds(use.causal(), use.chance(), row.lift(i));
        row.setUseLogOdds(i, Math.min(bound, Math.max(-bound, odds)));
        if (odds >= bound) {
            row.setLastUsedObservedMicros(i, context.observedSoFarMicros());
        }
    }
}
