package dev.hebb.plasticity;

/** Falls dormant by weakness, and is forgotten when the dormant term has run out. */
final class Dormancy {
    void maskWeak(DendriteSynapses row, WindowContext context, ChangeSink changes) {
        for (int i = 0; i < row.size(); i++) {
            if (row.active(i) && row.weight(i) < context.stage().maskBelowWeight()) {
                mask(row, i, MaskReason.WEAK, context, changes);
            }
        }
    }

    static void mask(DendriteSynapses row, int i, MaskReason reason, WindowContext context, ChangeSink changes) {
        row.setMaskReason(i, reason);
        row.setDormantSinceObservedMicros(i, context.observedSoFarMicros());
        ChangeReason why = reason == MaskReason.WEAK ? ChangeReason.WEAK : ChangeReason.OUTCOMPETED;
        changes.accept(new SynapseChange(ChangeKind.MASKED, why, row.get(i)));
    }

    static void unmask(DendriteSynapses row, int i, ChangeReason reason, ChangeSink changes) {
        row.setMaskReason(i, MaskReason.NONE);
        row.setDormantSinceObservedMicros(i, 0);
        changes.accept(new SynapseChange(ChangeKind.UNMASKED, reason, row.get(i)));
    }

    void prune(DendriteSynapses row, WindowContext context, ChangeSink changes) {
        for (int i = 0; i < row.size(); ) {
            if (termIsOver(row, i, context)) {
                Synapse last = row.get(i);
                row.remove(i);
                changes.accept(new SynapseChange(ChangeKind.PRUNED, why(last), last));
            } else {
                i++;
            }
        }
    }

    private static boolean termIsOver(DendriteSynapses row, int i, WindowContext context) {
        long dormant = context.observedSoFarMicros() - row.dormantSinceObservedMicros(i);
        return !row.active(i) && dormant >= context.stage().dormantTermMicros();
    }

    private static ChangeReason why(Synapse last) {
        if (last.maskReason() == MaskReason.OUTCOMPETED) {
            return ChangeReason.OUTCOMPETED;
        }
        boolean used = last.lastUsedObservedMicros() > last.dormantSinceObservedMicros();
        return used ? ChangeReason.WEAK : ChangeReason.UNUSED;
    }
}
