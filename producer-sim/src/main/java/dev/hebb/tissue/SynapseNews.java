package dev.hebb.tissue;

/**
 * A change of a synapse that Hebb reports.
 *
 * @param pre pre-synaptic neuron
 * @param post post-synaptic neuron
 * @param state its state after the change
 * @param weight from 0 to 1; counts for an active one only
 * @param lagMicros how long after pre post fires; the delay of a synapse that grows
 */
public record SynapseNews(int pre, int post, SynapseState state, double weight, long lagMicros) {
    public SynapseNews {
        Check.that(pre >= 0 && post >= 0, "a synapse of neurons %d and %d cannot be: ids are not negative", pre, post);
        Check.that(weight >= 0 && weight <= 1, "a weight must be 0 to 1, not %s", weight);
    }
}
