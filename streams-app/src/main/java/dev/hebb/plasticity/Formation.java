package dev.hebb.plasticity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Forms synapses and keeps the evidence of existing ones fresh. A peak becomes a synapse if it is significant, directed,
 * repeated (in what was counted before the newest counts, and again in them, so that no single lucky stretch suffices),
 * and not explained by stronger peaks.
 */
final class Formation {
    /** Strongest first; equals stay in the order of first spike. */
    private static final Comparator<Candidate> STRONGEST_FIRST = Comparator.<Candidate>comparingDouble(
                    candidate -> -candidate.evidence().z())
            .thenComparingDouble(candidate -> -candidate.evidence().excess());

    private final EvidenceJudge judge;
    private final ExcessProfile profile;
    private final IndirectPaths paths;
    private final int[] earlier;

    Formation(EvidenceJudge judge) {
        this.judge = judge;
        this.profile = new ExcessProfile(judge);
        this.paths = new IndirectPaths(judge);
        this.earlier = new int[judge.bins()];
    }

    void judge(DendriteSynapses row, DendritePairs pairs, long pairsTested, WindowContext context, ChangeSink changes) {
        List<Candidate> candidates = refreshAndSelect(row, pairs, pairsTested);
        if (!context.stage().formationPermitted()) {
            return;
        }
        candidates.sort(STRONGEST_FIRST);
        List<Candidate> unexplained = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (row.indexOf(pairs.pre(candidate.index())) >= 0) {
                unexplained.add(candidate);
            } else if (!isExplained(pairs, candidate, unexplained)) {
                unexplained.add(candidate);
                if (candidate.evidence().connected() && repeated(pairs, candidate)) {
                    form(row, pairs.pre(candidate.index()), candidate.evidence(), context, changes);
                }
            }
        }
    }

    private List<Candidate> refreshAndSelect(DendriteSynapses row, DendritePairs pairs, long pairsTested) {
        List<Candidate> candidates = new ArrayList<>();
        for (int index = 0; index < pairs.size(); index++) {
            Histogram cumulative = pairs.cumulative(index);
            Evidence evidence = judge.judge(cumulative, pairsTested);
            int i = row.indexOf(pairs.pre(index));
            if (i >= 0) {
                refresh(row, i, cumulative, evidence);
            }
            if (evidence.significant()) {
                double[] excess = new double[judge.bins()];
                profile.of(cumulative, excess);
                candidates.add(new Candidate(index, evidence, excess));
            }
        }
        return candidates;
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

    private boolean isExplained(DendritePairs pairs, Candidate candidate, List<Candidate> stronger) {
        double enough = judge.config().explainedShare() * candidate.evidence().excess();
        return paths.explained(pairs, candidate.index(), candidate.evidence(), stronger, enough) >= enough;
    }

    private boolean repeated(DendritePairs pairs, Candidate candidate) {
        int lag = candidate.evidence().lagBin();
        int width = candidate.evidence().widthBins();
        double required = judge.config().repeatZ();
        copy(pairs.cumulative(candidate.index()), earlier);
        Histogram newest = pairs.newest(candidate.index());
        for (int bin = 0; bin < earlier.length; bin++) {
            earlier[bin] -= newest.counts()[newest.from() + bin];
        }
        return judge.zAt(newest, lag, width) >= required
                && judge.zAt(new Histogram(earlier, 0), lag, width) >= required;
    }

    private static void copy(Histogram histogram, int[] into) {
        System.arraycopy(histogram.counts(), histogram.from(), into, 0, into.length);
    }

    private static void form(
            DendriteSynapses row, int pre, Evidence evidence, WindowContext context, ChangeSink changes) {
        Synapse formed = new Synapse(
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
        row.add(formed);
        changes.accept(new SynapseChange(ChangeKind.FORMED, ChangeReason.CONNECTED, formed));
    }
}
