package dev.hebb.synapse;

/**
 * An ordered pair of neurons.
 *
 * @param pre the pre-synaptic one
 * @param post the post-synaptic one
 */
public record NeuronPair(int pre, int post) {}
