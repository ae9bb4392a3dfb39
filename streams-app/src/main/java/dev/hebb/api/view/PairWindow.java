package dev.hebb.api.view;

/**
 * An ordered pair in one closed window.
 *
 * @param window floor(time of the later spike / window length)
 * @param preSpikes spikes of the pre-synaptic neuron in the window
 * @param coincidences undirected pairs within the coincidence interval
 * @param counts spike pairs by lag bin, from lag 0
 */
public record PairWindow(long window, int preSpikes, int postSpikes, int coincidences, int[] counts) {}
