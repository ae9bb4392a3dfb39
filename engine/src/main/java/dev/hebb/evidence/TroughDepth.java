package dev.hebb.evidence;

import java.util.Comparator;
import java.util.List;

/**
 * How deep a trough is. A chain of an excitatory and an inhibitory synapse makes a trough, too, even if the neuron
 * between them was not recorded. Its depth is the product of two couplings: of the depth that the inhibitory synapse
 * makes, and of what the excitatory one transmits, which is a fraction. So it is much less deep than the troughs of the
 * network's inhibitory synapses.
 *
 * @param depth share of the spike pairs that chance explains which are missing, in [0, 1]
 * @param deviance square of the standard deviations below chance
 */
record TroughDepth(double depth, double deviance) {
    /** A synapse's trough is at least so deep, as a share of the mean. */
    private static final double LEAST_SHARE = 0.4;

    /** A fixed order: a sum in it is the same whatever the order of the pairs. */
    private static final Comparator<TroughDepth> SHALLOWEST_FIRST =
            Comparator.comparingDouble(TroughDepth::depth).thenComparingDouble(TroughDepth::deviance);

    /**
     * @param bins of the histogram
     * @param trough of that histogram
     */
    static TroughDepth of(Histogram histogram, int bins, Evidence trough) {
        double chance = histogram.sum(bins / 2 + trough.lagBin(), trough.widthBins()) - trough.excess();
        return new TroughDepth(-trough.excess() / chance, trough.z() * trough.z());
    }

    /**
     * The depth that a synapse's trough needs, from a sample of the network's, in any order: a share of their mean
     * depth, where each weighs as its deviance. So those that are clear count, even if most are shallow.
     *
     * @return 0 if there are none
     */
    static double least(List<TroughDepth> sample) {
        List<TroughDepth> sorted = sample.stream().sorted(SHALLOWEST_FIRST).toList();
        double weights = 0;
        double weighted = 0;
        for (TroughDepth trough : sorted) {
            weights += trough.deviance;
            weighted += trough.deviance * trough.depth;
        }
        return sorted.isEmpty() ? 0 : LEAST_SHARE * weighted / weights;
    }
}
