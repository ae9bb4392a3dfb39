package dev.hebb.tissue;

import dev.hebb.check.Check;

/**
 * Times at which a route is practised. Its first group is cued at random times, at the rate on average and never two
 * within half the mean interval.
 *
 * @param route name of the route
 * @param rateHz cues a second
 * @param fromMicros begin, after the start of the run
 * @param untilMicros end, after the start of the run, exclusive
 */
public record Practice(String route, double rateHz, long fromMicros, long untilMicros) {
    /** End of practice that lasts until the run ends. */
    public static final long ALWAYS = Long.MAX_VALUE;

    public Practice {
        Check.that(rateHz > 0 && rateHz <= 20, "route '%s' can be practised at up to 20 Hz, not %s", route, rateHz);
        Check.that(
                fromMicros >= 0 && untilMicros > fromMicros,
                "practice of route '%s' must end after it begins, and begin with the run at the earliest",
                route);
    }
}
