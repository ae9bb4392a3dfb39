package dev.hebb.synapse;

/** A dormant synapse conducts nothing and keeps its row. */
public enum SynapseState {
    ACTIVE,
    DORMANT
}
