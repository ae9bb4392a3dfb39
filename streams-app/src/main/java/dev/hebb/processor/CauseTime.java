package dev.hebb.processor;

/**
 * The time stamp of the record that a task handles, in Kafka's milliseconds of wall clock. The records that it causes
 * get the same one, whichever step of the task makes them. Not thread-safe.
 */
final class CauseTime {
    private long millis;

    void set(long recordTimestamp) {
        millis = recordTimestamp;
    }

    long millis() {
        return millis;
    }
}
