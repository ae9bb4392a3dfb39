package dev.hebb.census;

/**
 * A neuron that no longer takes part.
 *
 * @param neuron its id
 * @param silent true if it has not fired for the term, false if it fires but stayed unconnected for the term
 * @param life what was known of it
 */
public record PrunedNeuron(int neuron, boolean silent, NeuronLife life) {}
