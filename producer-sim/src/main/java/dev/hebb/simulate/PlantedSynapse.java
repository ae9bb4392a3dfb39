package dev.hebb.simulate;

/**
 * A connection that the simulator makes.
 *
 * @param pre fires first
 * @param post fires, or is silenced, after it
 * @param lagMicros how long after
 * @param strength probability that a spike of pre makes post fire, or silences it
 * @param untilMicros event time from which it no longer conducts; {@link Long#MAX_VALUE} if it always does
 * @param inhibitory whether it silences post instead of making it fire
 */
public record PlantedSynapse(
        int pre, int post, long lagMicros, double strength, long untilMicros, boolean inhibitory) {}
