package dev.hebb.census;

/**
 * When neurons are pruned.
 *
 * @param shards how many shards report on each window
 * @param neuronTermMicros observed time for which a neuron without synapses must have been silent or unconnected
 */
public record CensusConfig(int shards, long neuronTermMicros) {
    public CensusConfig {
        if (neuronTermMicros <= 0) {
            throw new IllegalArgumentException(
                    "neuronTermMicros is " + neuronTermMicros + "; a neuron needs a term above 0 µs");
        }
    }
}
