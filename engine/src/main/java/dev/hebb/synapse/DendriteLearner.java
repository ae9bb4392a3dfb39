package dev.hebb.synapse;

import dev.hebb.evidence.DendritePairs;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.rule.LearningRule;
import java.util.function.IntPredicate;

/**
 * The life of a dendrite's synapses. {@link #closeWindow} is for every closed window: Hebbian update, atrophy,
 * homeostasis, masking, unmasking, pruning. {@link #judge} is for the slower cadence at which evidence is recounted:
 * formation, and the evidence of synapses that exist. Not for use by two threads at once.
 */
public final class DendriteLearner {
    private final SynapseUpdate update;
    private final Dormancy dormancy = new Dormancy();
    private final Homeostasis homeostasis;
    private final FanIn fanIn = new FanIn();
    private final Damage damage = new Damage(fanIn);
    private final Formation formation;

    public DendriteLearner(LearningRule rule, EvidenceJudge judge, HomeostasisConfig homeostasis) {
        this.update = new SynapseUpdate(rule, judge);
        this.homeostasis = new Homeostasis(homeostasis);
        this.formation = new Formation(judge);
    }

    /**
     * Learns from one closed window. A window of which nothing was observed changes nothing but what the rule
     * remembers.
     *
     * @param row the dendrite; a pruned synapse is removed from it, and the caller resets its cumulative histogram
     * @param context the window
     * @param gain attention gain of this dendrite, 1 where there is none
     * @param young which pre-synaptic neurons are too young for their synapses to be masked
     * @param counts the window's counts, asked once for each synapse
     * @param changes receives the transitions; a synapse makes at most one of them in a window
     */
    public void closeWindow(
            DendriteSynapses row,
            WindowContext context,
            double gain,
            IntPredicate young,
            WindowCounts counts,
            ChangeSink changes) {
        if (row.size() == 0) {
            return;
        }
        boolean observed = context.observedMicros() > 0;
        for (int i = 0; i < row.size(); i++) {
            PairWindow seen = counts.count(row.pre(i), row.lagBin(i), row.widthBins(i));
            if (observed) {
                update.apply(row, i, context, gain, seen);
            } else {
                update.pass(row, i, context, seen);
            }
        }
        if (observed) {
            homeostasis.scale(row, context);
            settle(row, context, young, changes);
        }
    }

    private void settle(DendriteSynapses row, WindowContext context, IntPredicate young, ChangeSink changes) {
        dormancy.prune(row, context, changes);
        int before = row.countActive();
        dormancy.maskWeak(row, context, young, changes);
        boolean lostInput = row.countActive() < before;
        fanIn.settle(row, context, lostInput, young, changes);
    }

    /**
     * Some neurons are dead, before the window in which they died is closed.
     *
     * @param row the dendrite; its synapses of dead neurons are pruned as DAMAGED
     * @param postIsDead whether its own neuron is dead: then all of them
     * @param dead which pre-synaptic neurons are dead
     * @param changes receives the transitions, also of the synapses that are unmasked in place of lost ones
     */
    public void damage(
            DendriteSynapses row, boolean postIsDead, IntPredicate dead, WindowContext context, ChangeSink changes) {
        damage.strike(row, postIsDead, dead, context, changes);
    }

    /**
     * Judges all pairs of the dendrite, at the slow cadence: refreshes the evidence of its synapses, and forms new
     * ones.
     *
     * @param row the dendrite
     * @param pairs the histograms to judge by
     * @param pairsTested ordered pairs of the network
     * @param context the window at whose end they are judged
     * @param changes receives a FORMED for each new synapse, strongest first
     */
    public void judge(
            DendriteSynapses row, DendritePairs pairs, long pairsTested, WindowContext context, ChangeSink changes) {
        formation.judge(row, pairs, pairsTested, context, changes);
    }
}
