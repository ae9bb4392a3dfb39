package dev.hebb.page.log;

/**
 * Spikes for the raster.
 *
 * @param originMicros event time of the earliest
 * @param offsets of each spike after the origin, in units of {@link #UNIT_MICROS}
 * @param neurons of each spike
 * @param leftOut older spikes since the last frame that are not among them
 */
public record Spikes(long originMicros, int[] offsets, int[] neurons, long leftOut) {
    /** A tenth of a millisecond: finer than a screen, and shorter to send than microseconds. */
    static final int UNIT_MICROS = 100;

    /** No spikes. */
    public static final Spikes NONE = new Spikes(0, new int[0], new int[0], 0);
}
