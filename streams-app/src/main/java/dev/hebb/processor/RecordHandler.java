package dev.hebb.processor;

import org.apache.kafka.streams.processor.api.Record;

/** Handles the records of one task. Not thread-safe. */
interface RecordHandler<K, V> {
    void handle(Record<K, V> record);

    /** The task is closed: no record comes any more. */
    default void close() {}
}
