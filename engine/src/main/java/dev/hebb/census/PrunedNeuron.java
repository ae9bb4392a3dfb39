package dev.hebb.census;

/**
 * A neuron that no longer takes part.
 *
 * @param neuron its id
 * @param reason why
 * @param life what was known of it
 */
public record PrunedNeuron(int neuron, Reason reason, NeuronLife life) {
    /** Reason why a neuron is pruned. */
    public enum Reason {
        /** It has not fired for the term. */
        SILENT,
        /** It fires, but stayed unconnected for the term. */
        UNCONNECTED,
        /** A lesion killed it. */
        DAMAGED
    }
}
