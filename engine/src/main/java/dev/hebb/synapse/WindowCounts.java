package dev.hebb.synapse;

/** The counts of a closed window, for one dendrite: asked once for each of its synapses, in ascending order of pre. */
@FunctionalInterface
public interface WindowCounts {
    /**
     * Counts one pair in the window.
     *
     * @param pre pre-synaptic neuron
     * @param lagBin first lag bin of the synapse
     * @param widthBins how many bins it spans
     */
    PairWindow count(int pre, int lagBin, int widthBins);
}
