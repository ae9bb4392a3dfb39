package dev.hebb.evidence;

/**
 * A peak of a pair of the network's sample that looks like a synapse's.
 *
 * @param pre slot of the first neuron
 * @param z standard deviations above chance
 * @param score see {@link PeakScore}
 */
record SamplePeak(int pre, double z, double score) {}
