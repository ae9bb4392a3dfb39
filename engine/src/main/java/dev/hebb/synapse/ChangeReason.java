package dev.hebb.synapse;

/** Reason for a transition. */
public enum ChangeReason {
    /** FORMED: judged connected, repeatedly. */
    CONNECTED,
    /** MASKED or PRUNED: the weight fell under the mask threshold though the pair went on to co-fire above chance. */
    WEAK,
    /** MASKED or PRUNED: beyond the fan-in budget, or explained by stronger peaks or a common drive. */
    OUTCOMPETED,
    /** UNMASKED: it co-fires above chance again. */
    CO_FIRING,
    /** UNMASKED: its dendrite lost other input. */
    LOST_INPUT,
    /** PRUNED: it did not co-fire above chance for the whole dormant term. */
    UNUSED,
    /** PRUNED: one of its neurons is dead. */
    DAMAGED
}
