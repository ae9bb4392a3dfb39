package dev.hebb.tissue;

import dev.hebb.check.Check;
import java.util.List;

/**
 * A wired route.
 *
 * @param groups neurons of each group, in the order in which a cue reaches them
 * @param earliestMicros for each group the earliest time after a cue at which its neurons are expected to fire
 * @param latestMicros the latest, exclusive
 */
public record TissueRoute(String name, List<int[]> groups, long[] earliestMicros, long[] latestMicros) {
    /** Time from the arrival of enough input to the spike, or from a cue to the first group's spike. */
    static final long ANSWER_MICROS = 6_000;

    public TissueRoute {
        groups = List.copyOf(groups);
        Check.that(
                groups.size() >= 2 && groups.size() == earliestMicros.length && groups.size() == latestMicros.length,
                "route '%s' needs at least 2 groups, and times for each",
                name);
    }

    /** The neurons that a cue makes fire directly. */
    public int[] cued() {
        return groups.get(0);
    }

    /** Time after a cue at which the response has ended. */
    public long durationMicros() {
        return latestMicros[latestMicros.length - 1];
    }
}
