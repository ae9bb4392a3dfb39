package dev.hebb.plasticity;

/**
 * How a synapse was used in one window.
 *
 * @param causal spike pairs at the synapse's lag
 * @param chance how many of them chance explains, from the window's own histogram
 * @param preSpikes spikes of the pre-synaptic neuron
 * @param postSpikes spikes of the post-synaptic neuron
 */
public record SynapseUse(double causal, double chance, int preSpikes, int postSpikes) {}
