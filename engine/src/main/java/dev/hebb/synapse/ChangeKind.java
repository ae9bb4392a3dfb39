package dev.hebb.synapse;

/** A transition in the life of a synapse. */
public enum ChangeKind {
    FORMED,
    MASKED,
    UNMASKED,
    PRUNED
}
