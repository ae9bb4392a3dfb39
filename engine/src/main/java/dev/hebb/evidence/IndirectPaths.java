package dev.hebb.evidence;

import java.util.List;

/**
 * Judge of how much of a peak or trough other connections explain. If i and j are coupled, and i and this dendrite's
 * neuron k are, then j and k are seen to co-fire too, be i a common drive of both or a link in the chain j → i → k:
 *
 * <pre>
 * excess_jk(ℓ) = Σ_m excess_ij(m) · excess_ik(m + ℓ) / n_i        m = t_j − t_i
 * </pre>
 *
 * For every spike of i, excess_ij(m)/n_i is the chance of an extra j at m, excess_ik the extra k at m + ℓ; either is
 * negative where there is inhibition. The coupling of i and j is taken from the newest counts, which need no other
 * dendrite's row; these are few, so that it is known only with the variance
 *
 * <pre>
 * Σ_m c_ij(m) · excess_ik(m + ℓ)² / n_i²
 * </pre>
 */
public final class IndirectPaths {
    /** Standard deviations at which a path is clear of chance. */
    private static final double CLEAR_Z = 2;

    private final EvidenceJudge judge;
    private double clear;
    private double explained;
    private double variance;

    public IndirectPaths(EvidenceJudge judge) {
        this.judge = judge;
    }

    /** Follows all paths from neuron {@code j} through stronger candidates that might make its peak or trough. */
    public void follow(DendritePairs pairs, int j, Evidence peak, List<Candidate> stronger) {
        clear = 0;
        explained = 0;
        variance = 0;
        for (Candidate i : stronger) {
            int spikes = pairs.newestSpikes(i.index());
            if (spikes > 0) {
                follow(i, peak, pairs.newestBetween(i.index(), j), spikes);
            }
        }
    }

    /** Share of the excess that those paths explain which stand clear of chance. */
    public double clearShare(Evidence peak) {
        return clear / Math.abs(peak.excess());
    }

    /**
     * Returns the number of standard deviations by which the peak exceeds what chance and all these paths explain
     * together.
     *
     * @param chance spike pairs that chance explains
     */
    public double residualZ(Evidence peak, double chance) {
        double left = Math.abs(peak.excess()) - explained;
        return left / Math.sqrt(chance + Math.max(0, explained) + variance);
    }

    private void follow(Candidate i, Evidence peak, Histogram between, double spikes) {
        double[] chance = judge.chance(between);
        double sum = 0;
        double squares = 0;
        for (int m = 0; m < chance.length; m++) {
            double extra = extra(i.excess(), m + peak.lagBin(), peak.widthBins()) / spikes;
            int count = between.counts()[between.from() + m];
            sum += (count - chance[m]) * extra;
            squares += Math.max(count, chance[m]) * extra * extra;
        }
        double made = Math.signum(peak.z()) * sum;
        double floor = CLEAR_Z * Math.sqrt(squares);
        clear += made >= floor ? made : 0;
        explained += made >= -floor ? made : 0;
        variance += squares;
    }

    /**
     * Returns the excess of the peak with one bin more on both sides, since the bins of two lags do not add up exactly.
     */
    private static double extra(double[] excess, int bin, int width) {
        double extra = 0;
        int to = Math.min(excess.length, bin + width + 1);
        for (int b = Math.max(0, bin - 1); b < to; b++) {
            extra += excess[b];
        }
        return extra;
    }
}
