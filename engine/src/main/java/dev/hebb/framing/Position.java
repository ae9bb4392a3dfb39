package dev.hebb.framing;

/**
 * Position of a network in time: all of its state but the spikes and gaps that wait.
 *
 * @param arrivals records so far
 * @param lastOrdinary the last of them that moved along with the clock, from 1
 * @param clockMicros the latest time accepted; {@link #NONE} before the first
 * @param watermarkMicros older spikes are late; {@link #NONE} before the first
 * @param framedMicros the last frame's watermark; {@link #NONE} before the first
 * @param seq number of the next frame
 * @param late spikes refused as late since the last frame
 * @param refused spikes refused for other flaws of their values since the last frame
 * @param shiftMicros to be added to times
 */
public record Position(
        long arrivals,
        long lastOrdinary,
        long clockMicros,
        long watermarkMicros,
        long framedMicros,
        long seq,
        long late,
        long refused,
        long shiftMicros) {
    /** No time yet: before all times. */
    public static final long NONE = Long.MIN_VALUE;

    /** Position of a network that nothing is known of. */
    public static final Position START = new Position(0, 0, NONE, NONE, NONE, 0, 0, 0, 0);
}
