package dev.hebb.simulate;

/**
 * A connection that the simulator makes.
 *
 * @param pre fires first
 * @param post fires after it
 * @param lagMicros how long after
 * @param strength probability that a spike of pre makes post fire
 * @param untilMicros event time from which it no longer conducts; {@link Long#MAX_VALUE} if it always does
 */
public record PlantedSynapse(int pre, int post, long lagMicros, double strength, long untilMicros) {}
