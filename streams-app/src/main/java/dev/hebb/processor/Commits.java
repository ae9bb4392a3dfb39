package dev.hebb.processor;

/** The record up to which stores and outputs of a task are committed. Thread-safe. */
@FunctionalInterface
public interface Commits {
    /** Where offsets, stores and outputs are committed together, what is in a store is committed. */
    Commits TOGETHER = (topic, partition, handled) -> handled;

    /** No record. */
    long NONE = -1;

    /**
     * Returns the offset of the last record that is committed for certain; {@link #NONE} if none is known.
     *
     * @param handled offset of the last record that was handled; the result is not beyond it
     */
    long last(String topic, int partition, long handled);
}
