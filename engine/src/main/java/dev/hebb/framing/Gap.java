package dev.hebb.framing;

/**
 * Time in which nothing was observed; not silence.
 *
 * @param fromMicros event time in microseconds, inclusive
 * @param toMicros event time in microseconds, exclusive, after {@code fromMicros}
 */
public record Gap(long fromMicros, long toMicros) implements Comparable<Gap> {
    public Gap {
        if (toMicros <= fromMicros) {
            throw new IllegalArgumentException(
                    "a gap must end after it begins, but it is from " + fromMicros + " to " + toMicros + " µs");
        }
    }

    @Override
    public int compareTo(Gap other) {
        int order = Long.compare(fromMicros, other.fromMicros);
        return order != 0 ? order : Long.compare(toMicros, other.toMicros);
    }
}
