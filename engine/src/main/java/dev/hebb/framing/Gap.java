package dev.hebb.framing;

import dev.hebb.check.Check;

/**
 * Time in which nothing was observed; not silence.
 *
 * @param fromMicros event time in microseconds, inclusive
 * @param toMicros event time in microseconds, exclusive, after {@code fromMicros}
 */
public record Gap(long fromMicros, long toMicros) implements Comparable<Gap> {
    public Gap {
        Check.period("the gap", fromMicros, toMicros);
    }

    @Override
    public int compareTo(Gap other) {
        int order = Long.compare(fromMicros, other.fromMicros);
        return order != 0 ? order : Long.compare(toMicros, other.toMicros);
    }
}
