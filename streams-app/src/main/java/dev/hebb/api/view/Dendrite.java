package dev.hebb.api.view;

import java.util.List;

/**
 * All synapses onto one neuron.
 *
 * @param asOfMicros end of the last closed window, event time in microseconds
 * @param synapses by pre-synaptic neuron, ascending
 */
public record Dendrite(String network, int post, int shard, long asOfMicros, List<SynapseView> synapses) {
    public Dendrite {
        synapses = List.copyOf(synapses);
    }
}
