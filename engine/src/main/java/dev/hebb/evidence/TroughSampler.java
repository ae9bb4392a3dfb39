package dev.hebb.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the troughs in the pairs of a network's sample: those that may be synapses', and those that no synapse makes.
 * Owns scratch memory: not for use by two threads at once.
 */
final class TroughSampler {
    /** Of a sample's pairs, at most this share has troughs that are looked at. */
    private static final double MOST_INHIBITORY = 0.1;

    private final CausalRange range;
    private final CausalRange all;
    private final double looks;
    private final int bins;
    private final double mirrorShare;
    private final DendriteScreen screen;
    private final TroughJudge near;
    private final TroughJudge far;

    /** Makes a judge of the troughs that begin in a range. */
    @FunctionalInterface
    interface JudgeOf {
        TroughJudge of(CausalRange range);
    }

    /**
     * @param range where a synapse's trough may lie
     * @param config its flanks must fit into a histogram
     * @param bins of a histogram
     * @param screen finds the pairs that may have a trough in that range
     * @param judgeOf a range; all judges may share memory
     */
    TroughSampler(CausalRange range, TroughConfig config, int bins, DendriteScreen screen, JudgeOf judgeOf) {
        int[] widths = config.widthsBins().stream().mapToInt(Integer::intValue).toArray();
        this.range = range;
        this.all = new CausalRange(range.zero(), range.first(), Math.max(range.end(), bins - config.flankBins()));
        this.looks = range.disjointLooks(widths);
        this.bins = bins;
        this.mirrorShare = config.mirrorShare();
        this.screen = screen;
        this.near = judgeOf.of(range);
        this.far = judgeOf.of(all);
    }

    /**
     * The troughs of a sample.
     *
     * @param clear probability at which a trough is no chance, for one pair
     * @param rate share of the troughs that may be false
     */
    TroughSample of(PairSample sample, double clear, double rate) {
        double mostProbable = Math.max(rate, TroughNull.LEAST_RATE) * MOST_INHIBITORY;
        double required = PoissonDeviance.quantile(Math.max(clear, mostProbable) / looks);
        List<SampleTrough> synapses = new ArrayList<>();
        List<SampleTrough> mirrored = new ArrayList<>();
        boolean[] might = new boolean[sample.size()];
        screen.screen(sample.cumulative(), Double.POSITIVE_INFINITY, required, might);
        for (int index = 0; index < might.length; index++) {
            if (might[index]) {
                Evidence trough = near.judgeAlone(sample.histogram(index), required);
                if (trough.connected()) {
                    synapses.add(trough(sample, index, trough));
                } else if (isOfARhythm(trough)) {
                    mirrored.add(trough(sample, index, trough));
                }
            }
        }
        List<SampleTrough> beyond = synapses.isEmpty() ? List.of() : beyondSynapses(sample, required);
        return new TroughSample(synapses, beyond, mirrored, sample.size());
    }

    /** A mirrored trough that begins at zero lag is what a sorter misses of spikes at once. */
    private boolean isOfARhythm(Evidence trough) {
        return trough.significant() && trough.lagBin() > 0 && trough.mirroredShare() > mirrorShare;
    }

    /** One direction is enough: the sample has every pair in both orders. */
    private List<SampleTrough> beyondSynapses(PairSample sample, double required) {
        List<SampleTrough> found = new ArrayList<>();
        for (int index = 0; all.end() > range.end() && index < sample.size(); index++) {
            Evidence trough = far.judgeAlone(sample.histogram(index), required);
            if (trough.connected() && range.zero() + trough.lagBin() >= range.end()) {
                found.add(trough(sample, index, trough));
            }
        }
        return found;
    }

    private SampleTrough trough(PairSample sample, int index, Evidence trough) {
        Histogram histogram = sample.histogram(index);
        double strength = near.strength(histogram, trough);
        return new SampleTrough(
                sample.pairAt(index).pre(),
                trough.z(),
                strength,
                looks * PoissonDeviance.tail(strength),
                TroughDepth.of(histogram, bins, trough));
    }
}
