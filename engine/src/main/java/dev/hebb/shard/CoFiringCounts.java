package dev.hebb.shard;

/**
 * Windowed co-firing counts of one dendrite, sparse: cell k is a count of pairs from neuron {@code pre[cellPre[k]]} in
 * lag bin {@code cellLagBin[k]}.
 *
 * @param post post-synaptic neuron
 * @param window index of the closed window
 * @param postSpikes its spikes in the window
 * @param pre pre-synaptic neurons that have a count or a coincidence, ascending
 * @param preSpikes spikes of each of them in the window
 * @param coincidences undirected coincidences with each of them
 * @param cellPre index into pre, ascending
 * @param cellLagBin ascending within a pre
 * @param counts above 0
 */
public record CoFiringCounts(
        int post,
        long window,
        int postSpikes,
        int[] pre,
        int[] preSpikes,
        int[] coincidences,
        int[] cellPre,
        int[] cellLagBin,
        int[] counts) {}
