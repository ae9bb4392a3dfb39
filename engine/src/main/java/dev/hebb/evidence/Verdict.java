package dev.hebb.evidence;

/** Verdict on an ordered pair. */
public enum Verdict {
    /** A causal peak stands above chance, and time runs from pre to post in it. */
    CONNECTED,
    /** There were enough spikes to detect a useful synapse, and none was detected. */
    NOT_CONNECTED,
    /** Too few spikes to tell: not significant is not absent. */
    UNDECIDED
}
