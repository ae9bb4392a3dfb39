package dev.hebb.tissue;

import dev.hebb.check.Check;
import dev.hebb.framing.FramingConfig;

/**
 * Event time.
 *
 * @param startMicros when the run begins
 * @param stepMicros length of a step: 500 or 1000 µs
 */
public record Clock(long startMicros, long stepMicros) {
    public Clock {
        Check.that(Math.abs(startMicros) <= FramingConfig.MAX_TIME_MICROS, "the start must lie within 2^53 µs of zero");
        Check.that(
                stepMicros == 500 || stepMicros == 1000,
                "a step must be 500 or 1000 µs, not %d: the cells are integrated in halves of a millisecond",
                stepMicros);
    }

    /** Returns a clock that starts at 0 and moves in steps of half a millisecond. */
    public static Clock standard() {
        return new Clock(0, 500);
    }

    /** Returns a clock with the same steps that starts at another time. */
    public Clock startingAt(long micros) {
        return new Clock(micros, stepMicros);
    }

    double stepMillis() {
        return stepMicros / 1000.0;
    }
}
