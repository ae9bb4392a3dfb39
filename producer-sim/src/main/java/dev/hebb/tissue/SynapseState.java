package dev.hebb.tissue;

/** What Hebb last said of a synapse. */
public enum SynapseState {
    /** Formed, unmasked, or of another weight: it conducts. */
    ACTIVE,
    /** Masked: it is there, and conducts nothing. */
    DORMANT,
    /** Gone: it conducts nothing unless it is formed again. */
    PRUNED
}
