package dev.hebb.synapse;

import dev.hebb.check.Check;
import dev.hebb.evidence.FalseDiscovery;

/**
 * The place in the correlogram at which a synapse shows itself: a peak, or a trough if it is inhibitory.
 *
 * @param lagBin its first lag bin
 * @param widthBins how many bins it spans
 * @param inhibitory whether the post-synaptic neuron fires less, not more, after the pre-synaptic one
 * @param z its evidence at the last judgement
 * @param lift how many times more pairs it holds than chance explains, at the last judgement
 */
public record Peak(int lagBin, int widthBins, boolean inhibitory, double z, double lift) {
    public Peak {
        Check.that(lagBin >= 0 && widthBins >= 1, "lagBin %d and widthBins %d are not a peak", lagBin, widthBins);
    }

    /** Local false-discovery rate, to four decimals. */
    public double falseDiscoveryRate() {
        double rate = inhibitory ? FalseDiscovery.rateOfInhibition(z, lift) : FalseDiscovery.rate(z, lift);
        return Math.round(rate * 1e4) / 1e4;
    }
}
