package dev.hebb.shard;

/**
 * Report of one shard to the census of a network about one closed window.
 *
 * @param window index
 * @param endMicros its end
 * @param stage the network's stage
 * @param observedMicros observed time of the network in all windows up to it
 * @param neuronTermMicros observed time after which a neuron without synapses is pruned
 * @param formedPre pre-synaptic neuron of each synapse formed
 * @param formedPost post-synaptic neuron of each synapse formed
 * @param prunedPre pre-synaptic neuron of each synapse pruned
 * @param prunedPost post-synaptic neuron of each synapse pruned
 * @param firing the shard's own neurons that fired in the window
 * @param lastSpikeMicros of each of them
 * @param died neurons of the network that a lesion killed in the window, the same in every shard
 */
public record NeuronReport(
        long window,
        long endMicros,
        String stage,
        long observedMicros,
        long neuronTermMicros,
        int[] formedPre,
        int[] formedPost,
        int[] prunedPre,
        int[] prunedPost,
        int[] firing,
        long[] lastSpikeMicros,
        int[] died) {}
