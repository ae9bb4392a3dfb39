package dev.hebb.synapse;

import dev.hebb.evidence.Candidate;
import dev.hebb.evidence.DendriteNull;
import dev.hebb.evidence.DendritePairs;
import dev.hebb.evidence.Evidence;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.ExcessProfile;
import dev.hebb.evidence.Histogram;
import dev.hebb.evidence.IndirectPaths;
import dev.hebb.evidence.Repetition;
import dev.hebb.rule.RuleMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Forms synapses and keeps the evidence of existing ones up to date. A peak becomes a synapse if it is significant,
 * directed, repeated (in what was counted before the newest counts, and again in them, so that no single lucky period
 * suffices), and not explained by stronger peaks.
 */
final class Formation {
    /** Strongest first; equals stay in the order of first spike. */
    private static final Comparator<Candidate> STRONGEST_FIRST = Comparator.<Candidate>comparingDouble(
                    candidate -> -Math.abs(candidate.evidence().z()))
            .thenComparingDouble(candidate -> -Math.abs(candidate.evidence().excess()));

    private final EvidenceJudge judge;
    private final ExcessProfile profile;
    private final IndirectPaths paths;
    private final Repetition repetition;

    Formation(EvidenceJudge judge) {
        this.judge = judge;
        this.profile = new ExcessProfile(judge);
        this.paths = new IndirectPaths(judge);
        this.repetition = new Repetition(judge);
    }

    void judge(DendriteSynapses row, DendritePairs pairs, long pairsTested, WindowContext context, ChangeSink changes) {
        DendriteNull learned = judge.learn(pairs, context.observedSoFarMicros());
        List<Candidate> candidates = refreshAndSelect(row, pairs, pairsTested, learned);
        candidates.sort(STRONGEST_FIRST);
        List<Candidate> unexplained = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int i = row.indexOf(pairs.pre(candidate.index()));
            boolean explained = isExplained(pairs, candidate, unexplained, i >= 0);
            if (!explained && candidate.evidence().mayExplain()) {
                unexplained.add(candidate);
            }
            if (i >= 0) {
                boolean mayWake = !explained && isSynaptic(pairs, candidate);
                review(row, i, candidate.evidence(), explained, mayWake, context, changes);
            } else if (!explained
                    && context.formationPermitted()
                    && isSynaptic(pairs, candidate)
                    && !contradictsSign(pairs, candidate)
                    && !isHiddenDrive(pairs, candidate, learned, context)) {
                form(row, pairs, candidate, context, changes);
            }
        }
    }

    /** Masks a synapse whose peak turned out to be another's or a common drive's; unmasks it if that was an error. */
    private void review(
            DendriteSynapses row,
            int i,
            Evidence evidence,
            boolean explained,
            boolean mayWake,
            WindowContext context,
            ChangeSink changes) {
        if (evidence.inhibitory() != row.inhibitory(i)) {
            return;
        }
        if (row.active(i) && (explained || evidence.mirroredShare() >= withdrawnMirror())) {
            Dormancy.mask(row, i, MaskReason.EXPLAINED, context, changes);
        } else if (row.maskReason(i) == MaskReason.EXPLAINED && mayWake) {
            Dormancy.unmask(row, i, ChangeReason.CO_FIRING, context, changes);
        }
    }

    /** Twice as much explanation as keeps a peak from forming a synapse takes one away: so none comes and goes. */
    private double withdrawnShare() {
        return Math.min(1, 2 * judge.config().explanation().explainedShare());
    }

    private double withdrawnMirror() {
        return (1 + judge.config().mirror().mirrorShare()) / 2;
    }

    /**
     * Returns whether a neuron that was not recorded makes this peak. Asked only before a synapse forms: one that was
     * masked for it would be pruned as unused, and what it explains would form synapses.
     */
    private boolean isHiddenDrive(
            DendritePairs pairs, Candidate candidate, DendriteNull learned, WindowContext context) {
        Evidence peak = candidate.evidence();
        return !peak.inhibitory()
                && judge.isHiddenDrive(pairs, candidate.index(), peak, learned, context.observedSoFarMicros());
    }

    /** Returns whether the neuron is known to excite where this is a trough, or to inhibit where it is a peak. */
    private static boolean contradictsSign(DendritePairs pairs, Candidate candidate) {
        return pairs.network().signs().contradict(pairs.slot(candidate.index()), candidate.evidence());
    }

    private boolean isSynaptic(DendritePairs pairs, Candidate candidate) {
        return candidate.evidence().connected() && repetition.repeated(pairs, candidate);
    }

    private List<Candidate> refreshAndSelect(
            DendriteSynapses row, DendritePairs pairs, long pairsTested, DendriteNull learned) {
        List<Candidate> candidates = new ArrayList<>();
        boolean[] might = new boolean[pairs.size()];
        judge.screen(pairs.cumulative(), pairsTested, learned, might);
        for (int index = 0; index < pairs.size(); index++) {
            int i = row.indexOf(pairs.pre(index));
            if (i < 0 && !might[index]) {
                continue;
            }
            Histogram cumulative = pairs.cumulative(index);
            Evidence evidence = judge.judge(cumulative, pairsTested, learned);
            if (i >= 0) {
                refresh(row, i, cumulative, evidence);
            }
            if (evidence.significant()) {
                double[] excess = new double[judge.bins()];
                profile.of(cumulative, evidence.inhibitory(), excess);
                candidates.add(new Candidate(index, evidence, excess));
            }
        }
        return candidates;
    }

    /** A synapse follows its peak while there is one; else its evidence is what is left at its old place. */
    private void refresh(DendriteSynapses row, int i, Histogram cumulative, Evidence evidence) {
        if (evidence.connected() && evidence.inhibitory() == row.inhibitory(i)) {
            row.setPeak(i, evidence.lagBin(), evidence.widthBins(), evidence.z());
            row.setLift(i, repetition.lift(cumulative, evidence));
        } else {
            double z = judge.zAt(cumulative, row.lagBin(i), row.widthBins(i));
            row.setPeak(i, row.lagBin(i), row.widthBins(i), z);
        }
    }

    /**
     * Returns whether other paths make enough of this peak; of one that is no synapse yet: or might make it, for all
     * that is known.
     */
    private boolean isExplained(DendritePairs pairs, Candidate candidate, List<Candidate> stronger, boolean formed) {
        Evidence peak = candidate.evidence();
        paths.follow(pairs, candidate.index(), peak, stronger);
        if (formed) {
            return paths.clearShare(peak) >= withdrawnShare();
        }
        double chance = judge.chanceAt(pairs.cumulative(candidate.index()), peak.lagBin(), peak.widthBins());
        return paths.clearShare(peak) >= judge.config().explanation().explainedShare()
                || paths.residualZ(peak, chance) < judge.config().explanation().residualZ();
    }

    private void form(
            DendriteSynapses row, DendritePairs pairs, Candidate candidate, WindowContext context, ChangeSink changes) {
        Evidence evidence = candidate.evidence();
        double lift = repetition.lift(pairs.cumulative(candidate.index()), evidence);
        Synapse formed = new Synapse(
                pairs.pre(candidate.index()),
                context.stage().initialWeight(),
                MaskReason.NONE,
                new Peak(evidence.lagBin(), evidence.widthBins(), evidence.inhibitory(), evidence.z(), lift),
                0,
                RuleMemory.NONE,
                new SynapseTimes(context.endMicros(), context.endMicros(), 0, context.observedSoFarMicros()));
        row.add(formed);
        changes.accept(new SynapseChange(ChangeKind.FORMED, ChangeReason.CONNECTED, formed));
    }
}
