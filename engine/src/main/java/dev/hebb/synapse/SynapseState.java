package dev.hebb.synapse;

/** State of a synapse; a dormant one conducts nothing and keeps its row. */
public enum SynapseState {
    ACTIVE,
    DORMANT
}
