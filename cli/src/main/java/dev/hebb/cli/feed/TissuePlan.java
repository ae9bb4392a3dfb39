package dev.hebb.cli.feed;

import dev.hebb.tissue.TissueSettings;
import java.time.Duration;

/**
 * A simulation of tissue: its settings and its coupling to Hebb.
 *
 * @param durationMicros event time; {@link Long#MAX_VALUE}: for ever
 * @param openLoop whether the tissue ignores answers and commands
 * @param feedbackWindows windows between the end of a window and the effect of its answer
 * @param timeout how long to wait for an answer
 */
record TissuePlan(
        TissueSettings settings, long durationMicros, boolean openLoop, int feedbackWindows, Duration timeout) {
    /** End of the run, exclusive; {@link Long#MAX_VALUE}: none. */
    long untilMicros() {
        long start = settings.clock().startMicros();
        return durationMicros > Long.MAX_VALUE - Math.max(0, start) ? Long.MAX_VALUE : start + durationMicros;
    }
}
