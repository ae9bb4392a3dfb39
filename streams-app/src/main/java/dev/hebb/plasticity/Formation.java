package dev.hebb.plasticity;

/**
 * Forms synapses and keeps the evidence of existing ones fresh. Repetition makes synapses: the peak must be there in what
 * was counted before the newest counts, and again in the newest counts, so that no single lucky stretch suffices.
 */
final class Formation {
    private final EvidenceJudge judge;
    private final int[] earlier;

    Formation(EvidenceJudge judge) {
        this.judge = judge;
        this.earlier = new int[judge.histogramBins()];
    }

    Evidence judge(
            DendriteSynapses row,
            int pre,
            Histogram cumulative,
            Histogram newest,
            long pairsTested,
            WindowContext context,
            ChangeSink changes) {
        int i = row.indexOf(pre);
        boolean mayForm = i < 0 && context.stage().formationPermitted() && judge.screen(cumulative);
        if (i < 0 && !mayForm) {
            return Evidence.NONE;
        }
        Evidence evidence = judge.judge(cumulative, pairsTested);
        if (i >= 0) {
            refresh(row, i, cumulative, evidence);
        } else if (evidence.connected() && repeated(cumulative, newest, evidence)) {
            Synapse formed = formed(pre, evidence, context);
            row.add(formed);
            changes.accept(new SynapseChange(ChangeKind.FORMED, ChangeReason.CONNECTED, formed));
        }
        return evidence;
    }

    /** A synapse follows its peak while there is one; else its evidence is what is left at its old place. */
    private void refresh(DendriteSynapses row, int i, Histogram cumulative, Evidence evidence) {
        if (evidence.connected()) {
            row.setPeak(i, evidence.lagBin(), evidence.widthBins(), evidence.z());
        } else {
            double z = judge.zAt(cumulative, row.lagBin(i), row.widthBins(i));
            row.setPeak(i, row.lagBin(i), row.widthBins(i), z);
        }
    }

    private boolean repeated(Histogram cumulative, Histogram newest, Evidence evidence) {
        for (int bin = 0; bin < earlier.length; bin++) {
            earlier[bin] = cumulative.counts()[cumulative.from() + bin] - newest.counts()[newest.from() + bin];
        }
        double required = judge.repeatZ();
        return judge.zAt(newest, evidence.lagBin(), evidence.widthBins()) >= required
                && judge.zAt(new Histogram(earlier, 0), evidence.lagBin(), evidence.widthBins()) >= required;
    }

    private static Synapse formed(int pre, Evidence evidence, WindowContext context) {
        return new Synapse(
                pre,
                context.stage().initialWeight(),
                SynapseState.ACTIVE,
                MaskReason.NONE,
                evidence.lagBin(),
                evidence.widthBins(),
                evidence.z(),
                0,
                0,
                context.endMicros(),
                context.endMicros(),
                0,
                context.observedSoFarMicros());
    }
}
