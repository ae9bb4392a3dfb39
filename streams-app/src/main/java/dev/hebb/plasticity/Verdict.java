package dev.hebb.plasticity;

/** What the evidence says of an ordered pair. */
public enum Verdict {
    /** A sharp causal peak stands above chance. */
    CONNECTED,
    /** Enough spikes to have seen a synapse worth having, and none was seen. */
    NOT_CONNECTED,
    /** Too few spikes to tell: not significant is not absent. */
    UNDECIDED
}
