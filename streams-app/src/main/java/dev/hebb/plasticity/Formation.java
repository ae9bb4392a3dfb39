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
    /** Where chance explains next to nothing, a few pairs are enough to decide on. */
    private static final double LARGEST_LIFT = 20;

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
        candidates.sort(STRONGEST_FIRST);
        List<Candidate> unexplained = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int i = row.indexOf(pairs.pre(candidate.index()));
            double share = i >= 0 ? withdrawnShare() : judge.config().explainedShare();
            boolean explained = isExplained(pairs, candidate, unexplained, share);
            if (!explained) {
                unexplained.add(candidate);
            }
            if (i >= 0) {
                boolean mayWake = !explained && isSynaptic(pairs, candidate);
                review(row, i, candidate.evidence(), explained, mayWake, context, changes);
            } else if (!explained && context.formationPermitted() && isSynaptic(pairs, candidate)) {
                form(row, pairs, candidate, context, changes);
            }
        }
    }

    /** Masks a synapse whose peak turned out to be another's or a common drive's; wakes it if that was too hasty. */
    private void review(
            DendriteSynapses row,
            int i,
            Evidence evidence,
            boolean explained,
            boolean mayWake,
            WindowContext context,
            ChangeSink changes) {
        if (row.active(i) && (explained || evidence.mirroredShare() >= withdrawnMirror())) {
            Dormancy.mask(row, i, MaskReason.EXPLAINED, context, changes);
        } else if (row.maskReason(i) == MaskReason.EXPLAINED && mayWake) {
            Dormancy.unmask(row, i, ChangeReason.CO_FIRING, context, changes);
        }
    }

    /** Twice as much explanation as keeps a peak from forming a synapse takes one away: so none comes and goes. */
    private double withdrawnShare() {
        return Math.min(1, 2 * judge.config().explainedShare());
    }

    private double withdrawnMirror() {
        return (1 + judge.config().mirrorShare()) / 2;
    }

    private boolean isSynaptic(DendritePairs pairs, Candidate candidate) {
        return candidate.evidence().connected() && repeated(pairs, candidate);
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
            row.setLift(i, lift(cumulative, evidence));
        } else {
            double z = judge.zAt(cumulative, row.lagBin(i), row.widthBins(i));
            row.setPeak(i, row.lagBin(i), row.widthBins(i), z);
        }
    }

    private double lift(Histogram cumulative, Evidence evidence) {
        double count = judge.causalAt(cumulative, evidence.lagBin(), evidence.widthBins());
        return Math.min(LARGEST_LIFT, count / (count - evidence.excess()));
    }

    private boolean isExplained(DendritePairs pairs, Candidate candidate, List<Candidate> stronger, double share) {
        double enough = share * candidate.evidence().excess();
        return paths.explained(pairs, candidate.index(), candidate.evidence(), stronger, enough) >= enough;
    }

    /** Whether both the older and the newest counts are better explained by this peak's lift than by chance. */
    private boolean repeated(DendritePairs pairs, Candidate candidate) {
        Histogram cumulative = pairs.cumulative(candidate.index());
        double lift = lift(cumulative, candidate.evidence());
        copy(cumulative, earlier);
        Histogram newest = pairs.newest(candidate.index());
        for (int bin = 0; bin < earlier.length; bin++) {
            earlier[bin] -= newest.counts()[newest.from() + bin];
        }
        return supports(newest, candidate.evidence(), lift)
                && supports(new Histogram(earlier, 0), candidate.evidence(), lift);
    }

    private boolean supports(Histogram histogram, Evidence peak, double lift) {
        double count = judge.causalAt(histogram, peak.lagBin(), peak.widthBins());
        double chance = judge.chanceAt(histogram, peak.lagBin(), peak.widthBins());
        return Use.logOdds(count, chance, lift) > judge.config().repeatLogOdds();
    }

    private static void copy(Histogram histogram, int[] into) {
        System.arraycopy(histogram.counts(), histogram.from(), into, 0, into.length);
    }

    private void form(
            DendriteSynapses row, DendritePairs pairs, Candidate candidate, WindowContext context, ChangeSink changes) {
        Evidence evidence = candidate.evidence();
        Synapse formed = new Synapse(
                pairs.pre(candidate.index()),
                context.stage().initialWeight(),
                SynapseState.ACTIVE,
                MaskReason.NONE,
                evidence.lagBin(),
                evidence.widthBins(),
                false,
                evidence.z(),
                lift(pairs.cumulative(candidate.index()), evidence),
                0,
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
