package dev.hebb.plasticity;

/**
 * A neuron with a significant peak, or trough, onto the dendrite.
 *
 * @param index of the neuron
 * @param evidence its peak
 * @param excess of its whole cumulative correlogram [2K]
 * @param newestShare what part of the peak's excess the newest counts hold
 */
record Candidate(int index, Evidence evidence, double[] excess, double newestShare) {}
