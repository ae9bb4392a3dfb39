package dev.hebb.plasticity;

import java.util.List;

/**
 * How much of a peak other peaks explain. If i and j are coupled, and i and this dendrite's neuron k are, then j and k are
 * seen to co-fire too, be i a common drive of both or a link in the chain j → i → k:
 *
 * <pre>
 * excess_jk(ℓ) = Σ_m excess_ij(m) · excess_ik(m + ℓ) / n_i        m = t_j − t_i
 * </pre>
 *
 * For every spike of i, excess_ij(m)/n_i is the chance of an extra j at m, excess_ik the extra k at m + ℓ. The coupling of
 * i and j is taken from the newest counts, which need no other dendrite's row; it is significant there wherever its square
 * could be so in hours of data.
 */
final class IndirectPaths {
    private final ExcessProfile profile;
    private final double[] between;

    IndirectPaths(EvidenceJudge judge) {
        profile = new ExcessProfile(judge);
        between = new double[judge.bins()];
    }

    /**
     * Spike pairs of a peak of {@code j} that stronger candidates explain, up to {@code enough}: no more paths are
     * followed beyond it.
     */
    double explained(DendritePairs pairs, int j, Evidence peak, List<Candidate> stronger, double enough) {
        double explained = 0;
        for (Candidate i : stronger) {
            int spikes = pairs.newestSpikes(i.index());
            if (explained < enough && spikes > 0) {
                profile.of(pairs.newestBetween(i.index(), j), between);
                explained += through(i, peak) / spikes;
            }
        }
        return explained;
    }

    /** The sum over m; one bin more on both sides of the peak, since the bins of two lags do not add up exactly. */
    private double through(Candidate i, Evidence peak) {
        double sum = 0;
        for (int m = 0; m < between.length; m++) {
            if (between[m] > 0) {
                int from = Math.max(0, m + peak.lagBin() - 1);
                int to = Math.min(between.length, m + peak.lagBin() + peak.widthBins() + 1);
                double extra = 0;
                for (int bin = from; bin < to; bin++) {
                    extra += i.excess()[bin];
                }
                sum += between[m] * extra;
            }
        }
        return sum;
    }
}
