package dev.hebb.synapse;

/**
 * One transition of one synapse: FORMED, MASKED, UNMASKED or PRUNED.
 *
 * @param kind which transition
 * @param reason why
 * @param synapse the synapse just after it (just before it, if pruned)
 */
public record SynapseChange(ChangeKind kind, ChangeReason reason, Synapse synapse) {}
