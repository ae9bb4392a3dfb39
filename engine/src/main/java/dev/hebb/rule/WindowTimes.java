package dev.hebb.rule;

import dev.hebb.check.Check;

/**
 * The event times of a closed window.
 *
 * @param startMicros inclusive
 * @param endMicros exclusive: when the window's transitions happen
 * @param observedMicros part of the window that no gap covers
 * @param previousEndMicros end of the window before it that was not passed over: the start of this one, or earlier if
 *     unobserved windows lie between
 */
public record WindowTimes(long startMicros, long endMicros, long observedMicros, long previousEndMicros) {
    public WindowTimes {
        Check.that(endMicros > startMicros, "window ends at %d, not after its start %d", endMicros, startMicros);
        Check.that(
                observedMicros >= 0 && observedMicros <= endMicros - startMicros,
                "observedMicros is %d: it must lie between 0 and the window's length",
                observedMicros);
        Check.that(
                previousEndMicros <= startMicros,
                "previousEndMicros %d is after the window's start %d",
                previousEndMicros,
                startMicros);
    }
}
