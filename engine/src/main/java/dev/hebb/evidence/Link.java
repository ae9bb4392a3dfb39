package dev.hebb.evidence;

/**
 * The strongest peak of a pair at any lag, in either direction.
 *
 * @param lagBins bins from the first neuron's spike to the second's, below zero if the second is first
 * @param effect spike pairs beyond chance over the root of the product of both neurons' spikes
 */
record Link(double lagBins, double effect) {
    /** Seen from the second neuron. */
    Link backwards() {
        return new Link(-lagBins, effect);
    }
}
