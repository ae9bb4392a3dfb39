package dev.hebb.synapse;

/**
 * The times of a synapse's life.
 *
 * @param formedAtMicros event time
 * @param lastCoFiredAtMicros event time of the latest causal pair at its lag; formedAtMicros if there was none since
 * @param dormantSinceObservedMicros observed time of the network at which it fell dormant, 0 if it is active
 * @param lastUsedObservedMicros observed time of the network at which it last co-fired above chance
 */
public record SynapseTimes(
        long formedAtMicros, long lastCoFiredAtMicros, long dormantSinceObservedMicros, long lastUsedObservedMicros) {}
