package dev.hebb.experiment.protocol;

import dev.hebb.experiment.Circuit;

/** Event time in minutes, as protocols are written. */
final class Minutes {
    private Minutes() {}

    static long micros(double minutes) {
        return (long) (minutes * Circuit.MINUTE_MICROS);
    }
}
