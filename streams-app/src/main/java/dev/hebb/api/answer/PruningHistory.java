package dev.hebb.api.answer;

/** Source of the prunings of a network. */
@FunctionalInterface
public interface PruningHistory {
    /**
     * Returns the prunings in [fromMicros, toMicros), the first {@code limit} by event time.
     *
     * @throws dev.hebb.api.view.NotReadyException if the history cannot be read now
     */
    PrunedAnswer between(String network, long fromMicros, long toMicros, int limit);
}
