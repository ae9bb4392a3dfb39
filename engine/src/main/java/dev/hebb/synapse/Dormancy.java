package dev.hebb.synapse;

import java.util.function.IntPredicate;

/** Masking and unmasking of synapses, and pruning of those whose dormant term is over. */
final class Dormancy {
    void maskWeak(DendriteSynapses row, WindowContext context, IntPredicate young, ChangeSink changes) {
        double least = context.stage().maskBelowWeight();
        for (int i = 0; i < row.size(); i++) {
            if (row.active(i) && row.weight(i) < least && !young.test(row.pre(i))) {
                mask(row, i, MaskReason.WEAK, context, changes);
            }
        }
    }

    static void mask(DendriteSynapses row, int i, MaskReason reason, WindowContext context, ChangeSink changes) {
        row.setMaskReason(i, reason);
        row.setDormantSinceObservedMicros(i, context.observedSoFarMicros());
        row.setUseLogOdds(i, 0);
        ChangeReason why = reason == MaskReason.WEAK ? ChangeReason.WEAK : ChangeReason.OUTCOMPETED;
        changes.accept(new SynapseChange(ChangeKind.MASKED, why, row.get(i)));
    }

    /** Unmasks a synapse, with at least the weight of a new one. It would otherwise be masked again at once. */
    static void unmask(DendriteSynapses row, int i, ChangeReason reason, WindowContext context, ChangeSink changes) {
        row.setWeight(i, Math.max(row.weight(i), context.stage().initialWeight()));
        row.setMaskReason(i, MaskReason.NONE);
        row.setDormantSinceObservedMicros(i, 0);
        changes.accept(new SynapseChange(ChangeKind.UNMASKED, reason, row.get(i)));
    }

    /** Holds back forgetting under stress: a window's time counts only by the share that is left of plasticity. */
    private static void pause(DendriteSynapses row, WindowContext context) {
        long paused = Math.round((1 - context.plasticity()) * context.observedMicros());
        for (int i = 0; paused > 0 && i < row.size(); i++) {
            if (!row.active(i)) {
                row.setDormantSinceObservedMicros(i, row.dormantSinceObservedMicros(i) + paused);
            }
        }
    }

    void prune(DendriteSynapses row, WindowContext context, ChangeSink changes) {
        pause(row, context);
        for (int i = 0; i < row.size(); ) {
            if (termIsOver(row, i, context)) {
                SynapseChange pruned = new SynapseChange(ChangeKind.PRUNED, why(row, i, context), row.get(i));
                row.remove(i);
                changes.accept(pruned);
            } else {
                i++;
            }
        }
    }

    private static boolean termIsOver(DendriteSynapses row, int i, WindowContext context) {
        if (row.active(i) || terms(row, i, context) < 1) {
            return false;
        }
        return row.maskReason(i) != MaskReason.WEAK
                || unused(row, i, context)
                || (overdue(row, i, context) && row.useLogOdds(i) <= 0);
    }

    /** Returns whether an undecided synapse has waited long enough: then the balance of the odds decides. */
    static boolean overdue(DendriteSynapses row, int i, WindowContext context) {
        return terms(row, i, context) >= StageConstants.UNDECIDED_TERMS;
    }

    private static boolean unused(DendriteSynapses row, int i, WindowContext context) {
        return row.useLogOdds(i) <= -context.stage().decisionLogOdds() || row.useLogOdds(i) == 0;
    }

    private static double terms(DendriteSynapses row, int i, WindowContext context) {
        long dormant = context.observedSoFarMicros() - row.dormantSinceObservedMicros(i);
        return (double) dormant / context.stage().dormantTermMicros();
    }

    private static ChangeReason why(DendriteSynapses row, int i, WindowContext context) {
        if (row.maskReason(i) != MaskReason.WEAK) {
            return ChangeReason.OUTCOMPETED;
        }
        return unused(row, i, context) ? ChangeReason.UNUSED : ChangeReason.WEAK;
    }
}
