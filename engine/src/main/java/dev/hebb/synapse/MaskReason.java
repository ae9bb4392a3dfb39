package dev.hebb.synapse;

/** Reason why a synapse is dormant; NONE while it is active. */
public enum MaskReason {
    NONE,
    /** Its weight fell under the stage's mask threshold. */
    WEAK,
    /** Its dendrite had more active synapses than the stage's budget, and it was among the weakest. */
    OUTCOMPETED,
    /** Stronger peaks explain its own, or a common drive does: outcompeted, whatever room there is. */
    EXPLAINED
}
