package dev.hebb.produce;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the step of which all times of a recording are multiples, from the intervals between one spike and the next of
 * any neuron. Not thread-safe.
 */
public final class TimeSteps {
    private static final int LONGEST_MICROS = 100_000;

    /** Intervals that are looked at, at least, and how many steps they have at most. */
    private static final int LEAST_INTERVALS = 200;

    private static final int MOST_STEPS = 20;

    /** One in so many may be no multiple, where parts of a recording were joined. */
    private static final int ODD_ONE_IN = 1_000;

    /** A step that is no whole number of microseconds is rounded at both ends of an interval. */
    private static final int TOLERANCE_MICROS = 2;

    private final long[] intervals = new long[LONGEST_MICROS + 1];
    private long lastMicros = Long.MIN_VALUE;

    /** Adds a spike; times ascend, or an interval is left out. */
    public void add(long timeMicros) {
        long interval = lastMicros == Long.MIN_VALUE ? 0 : timeMicros - lastMicros;
        if (interval > 0 && interval <= LONGEST_MICROS) {
            intervals[(int) interval]++;
        }
        lastMicros = timeMicros;
    }

    /** Returns the step; empty if there is none above 4 µs, or too few spikes tell. */
    public Optional<TimeStep> find() {
        int shortest = shortest();
        if (shortest <= 2 * TOLERANCE_MICROS || shortest > LONGEST_MICROS) {
            return Optional.empty();
        }
        double step = meanNear(shortest);
        long odd = Arrays.stream(intervals, 0, shortest).sum();
        long looked = odd;
        for (int interval = shortest; interval <= Math.min(LONGEST_MICROS, MOST_STEPS * step); interval++) {
            double off = Math.abs(interval - Math.rint(interval / step) * step);
            looked += intervals[interval];
            odd += off > TOLERANCE_MICROS ? intervals[interval] : 0;
        }
        return looked < LEAST_INTERVALS || odd * ODD_ONE_IN > looked
                ? Optional.empty()
                : Optional.of(new TimeStep(Math.rint(step * 10) / 10));
    }

    /** The shortest interval but for those that are odd ones; longer than any if there are too few. */
    private int shortest() {
        long allowed = Arrays.stream(intervals).sum() / ODD_ONE_IN;
        long below = 0;
        int shortest = 1;
        while (shortest <= LONGEST_MICROS && below + intervals[shortest] <= allowed) {
            below += intervals[shortest];
            shortest++;
        }
        return shortest;
    }

    private double meanNear(int shortest) {
        long number = 0;
        double sum = 0;
        for (int interval = shortest; interval <= Math.min(LONGEST_MICROS, shortest + TOLERANCE_MICROS); interval++) {
            number += intervals[interval];
            sum += (double) interval * intervals[interval];
        }
        return sum / number;
    }
}
