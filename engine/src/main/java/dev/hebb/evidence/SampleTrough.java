package dev.hebb.evidence;

/**
 * A trough of a pair of the network's sample that may be a synapse's.
 *
 * @param pre slot of the first neuron
 * @param z standard deviations, negative
 * @param strength standard deviations that it lies below chance and below its sides
 * @param chance bound of the probability that a pair has such a trough, or a stronger one, by chance
 * @param depth share that is missing
 */
record SampleTrough(int pre, double z, double strength, double chance, TroughDepth depth) {}
