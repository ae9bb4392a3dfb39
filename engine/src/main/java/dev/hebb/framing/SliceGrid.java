package dev.hebb.framing;

/**
 * Grid that cuts event time into slices, one frame each: every window into as many slices as fit, the last one shorter
 * if need be.
 *
 * @param windowMicros length of a window
 * @param sliceMicros length of a slice, of which the last of a window may fall short
 */
record SliceGrid(long windowMicros, long sliceMicros) {
    /** Returns where the window with this time begins. */
    long windowStart(long timeMicros) {
        return Math.floorDiv(timeMicros, windowMicros) * windowMicros;
    }

    /** Returns where the slice with this time begins. */
    long sliceStart(long timeMicros) {
        long within = Math.floorMod(timeMicros, windowMicros);
        return timeMicros - within % sliceMicros;
    }

    /** Returns where the slice with this time ends. */
    long sliceEnd(long timeMicros) {
        return Math.min(sliceStart(timeMicros) + sliceMicros, windowStart(timeMicros) + windowMicros);
    }
}
