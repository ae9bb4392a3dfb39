package dev.hebb.evidence;

/**
 * The histograms by which a dendrite's pairs are judged. Neurons are addressed by index 0 … size − 1, in an order that
 * does not depend on their ids (order of first spike). "Newest" is what was counted since the dendrite was last judged.
 * A cumulative histogram is valid as long as these pairs are; any other until the next call.
 */
public interface DendritePairs {
    /** Returns whether every pair has a histogram, not only those that may become a synapse. */
    boolean areAll();

    /** What a sample of the network's pairs tells. */
    NetworkNull network();

    /** Returns the number of pre-synaptic neurons to judge: all that have new counts or a synapse. */
    int size();

    /** Id of a neuron. */
    int pre(int index);

    /** Number of a neuron in the network, in order of first spike. */
    int slot(int index);

    /** All that was ever counted of this neuron and the dendrite's own, the newest counts included. */
    Histogram cumulative(int index);

    /** All of these, by index. */
    default Histograms cumulative() {
        return new Histograms(size(), this::cumulative);
    }

    /** The newest counts of this neuron and the dendrite's own. */
    Histogram newest(int index);

    /** The newest counts of two of the neurons: {@code index} as pre, {@code other} as post. */
    Histogram newestBetween(int index, int other);

    /** Spikes of a neuron in the span of the newest counts. */
    int newestSpikes(int index);
}
