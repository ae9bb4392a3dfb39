package dev.hebb.evidence;

import java.util.List;

/**
 * The troughs of a network's sample.
 *
 * @param found those that may be synapses'
 * @param inhibition what they tell
 */
record SampleTroughs(List<SampleTrough> found, TroughNull inhibition) {
    /** Adds to the signs of neurons what the troughs say that look like synapses'. */
    void addTo(NeuronSigns signs) {
        found.stream().filter(inhibition::holds).forEach(trough -> signs.add(trough.pre(), trough.z()));
    }
}
