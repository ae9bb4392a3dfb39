package dev.hebb.api.view;

import org.jspecify.annotations.Nullable;

/**
 * An ordered pair in one closed window in which the post-synaptic neuron co-fired with any neuron.
 *
 * @param window floor(time of the later spike / window length)
 * @param preSpikes spikes of the pre-synaptic neuron in the window; null where the two did not co-fire
 * @param coincidences undirected pairs within the coincidence interval
 * @param counts spike pairs by lag bin, from lag 0
 */
public record PairCounts(long window, @Nullable Integer preSpikes, int postSpikes, int coincidences, int[] counts) {}
