package dev.hebb.api.view;

/**
 * How far a network has come. Times are event time in microseconds.
 *
 * @param stage the network's developmental stage
 * @param watermarkMicros nothing earlier is still to come
 * @param windowsClosed windows since the network's first spike, including those that were not observed
 * @param closedUntilMicros end of the last of them
 * @param observedMicros how much of that time was observed
 */
public record NetworkTimes(
        String stage, long watermarkMicros, long windowsClosed, long closedUntilMicros, long observedMicros) {}
