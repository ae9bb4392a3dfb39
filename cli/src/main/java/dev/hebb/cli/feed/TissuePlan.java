package dev.hebb.cli.feed;

import dev.hebb.tissue.TissueSettings;
import java.time.Duration;

/**
 * What tissue to simulate, and how it is coupled to Hebb.
 *
 * @param durationMicros event time; {@link Long#MAX_VALUE}: for ever
 * @param openLoop listen to nothing
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
