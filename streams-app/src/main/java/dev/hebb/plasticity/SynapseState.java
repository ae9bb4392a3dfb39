package dev.hebb.plasticity;

/** A dormant synapse conducts nothing and keeps its row. */
public enum SynapseState {
    ACTIVE,
    DORMANT
}
