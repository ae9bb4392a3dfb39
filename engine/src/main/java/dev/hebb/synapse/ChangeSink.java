package dev.hebb.synapse;

/** Receives the transitions of a dendrite's synapses, in the order in which they happen. */
@FunctionalInterface
public interface ChangeSink {
    void accept(SynapseChange change);
}
