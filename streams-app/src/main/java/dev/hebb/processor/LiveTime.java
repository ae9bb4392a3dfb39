package dev.hebb.processor;

import java.util.function.LongSupplier;

/**
 * Wall-clock time in which a task could have noticed new records. Those of a time in which the machine slept, the
 * process stood still, the broker was away or the task was behind wait in Kafka, and a clock that is set says nothing
 * about them. So only time counts up to which all there was had been read; from one look to the next it counts up to a
 * limit, and never backwards. Not thread-safe.
 */
final class LiveTime {
    private final long longestMillis;
    private final LongSupplier readMillis;
    private long wallMillis;
    private long millis;
    private boolean looked;

    /**
     * @param longestMillis most that counts between two looks
     * @param readMillis wall clock when all records had last been read
     */
    LiveTime(long longestMillis, LongSupplier readMillis) {
        this.longestMillis = longestMillis;
        this.readMillis = readMillis;
    }

    /** Takes a look, and returns the time since the first one, in milliseconds. */
    long at(long nowMillis) {
        long seen = Math.min(nowMillis, readMillis.getAsLong());
        if (looked) {
            millis += Math.max(0, Math.min(longestMillis, seen - wallMillis));
        }
        looked = true;
        wallMillis = seen;
        return millis;
    }
}
