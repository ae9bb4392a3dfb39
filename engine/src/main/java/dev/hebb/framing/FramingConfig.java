package dev.hebb.framing;

/**
 * Configuration of how spikes are put in order and cut into frames. Times are event time unless their name says
 * otherwise.
 *
 * @param windowMicros length of the tumbling window; frames never straddle a window's end
 * @param frameMicros event time that one frame covers at most
 * @param allowedLatenessMicros how far a spike may lie behind the newest one of its network
 * @param maxForwardJumpMicros a spike further ahead than this waits for others to confirm that the clock has moved
 * @param jumpConfirmations how many spikes of later records confirm a jump
 * @param idleTimeoutMillis wall-clock time without a record of a network, after which its event time continues with the
 *     wall clock, as far as all records have been read; 0 for never. Live only: results then depend on when records
 *     arrive
 * @param limits bounds on memory, which ordinary streams never reach
 */
public record FramingConfig(
        long windowMicros,
        long frameMicros,
        long allowedLatenessMicros,
        long maxForwardJumpMicros,
        int jumpConfirmations,
        long idleTimeoutMillis,
        Limits limits) {
    /** Latest and, negated, earliest event time in microseconds: what a double holds exactly. */
    public static final long MAX_TIME_MICROS = 1L << 53;

    /** Longest frame, about 71 minutes: time within a frame and neuron share 63 bits. */
    public static final long MAX_FRAME_MICROS = 1L << 32;

    public static final FramingConfig DEFAULT =
            new FramingConfig(10_000_000, 1_000_000, 250_000, 600_000_000, 10, 0, Limits.DEFAULT);

    public FramingConfig {
        inRange("windowMicros", windowMicros, 1, MAX_TIME_MICROS);
        inRange("frameMicros", frameMicros, 1, MAX_FRAME_MICROS);
        inRange("allowedLatenessMicros", allowedLatenessMicros, 0, MAX_TIME_MICROS);
        inRange("maxForwardJumpMicros", maxForwardJumpMicros, 1, MAX_TIME_MICROS);
        inRange("jumpConfirmations", jumpConfirmations, 1, 1_000_000);
        inRange("idleTimeoutMillis", idleTimeoutMillis, 0, Integer.MAX_VALUE);
    }

    /**
     * Bounds on memory.
     *
     * @param neurons neurons of one network; spikes of more are refused
     * @param pendingSpikes spikes of one network that may wait for the watermark; more are refused
     * @param heldSpikes spikes of one network that may wait for a jump to be confirmed; if there are more, the oldest
     *     record is refused
     * @param heldBytes bytes of the records in which the spikes arrived that wait for a jump to be confirmed
     * @param frameSpikes spikes after which a frame is cut early, though never between spikes of one time
     * @param residentNetworks networks whose state is in memory at once, in each task; others are in the store
     * @param residentSpikes spikes in memory of all these networks together
     * @param journalRows minimum number of rows of a network's journal before it is rewritten
     * @param recordBytes largest record, key and value together; larger ones are refused
     */
    public record Limits(
            int neurons,
            int pendingSpikes,
            int heldSpikes,
            int heldBytes,
            int frameSpikes,
            int residentNetworks,
            int residentSpikes,
            int journalRows,
            int recordBytes) {
        /** A held record and its spikes are one row, and a changelog takes rows of at most 8 MiB. */
        public static final int LARGEST_RECORD_BYTES = 2 << 20;

        public static final Limits DEFAULT =
                new Limits(32_768, 1_000_000, 10_000, 1 << 20, 16_384, 1_000, 4_000_000, 256, 1 << 20);

        public Limits {
            inRange("limits.neurons", neurons, 1, 1 << 17);
            inRange("limits.pendingSpikes", pendingSpikes, 1, 1 << 28);
            inRange("limits.heldSpikes", heldSpikes, 1, 1 << 28);
            inRange("limits.heldBytes", heldBytes, 1, 1 << 30);
            inRange("limits.frameSpikes", frameSpikes, 1, 1 << 20);
            inRange("limits.residentNetworks", residentNetworks, 1, 1 << 20);
            inRange("limits.residentSpikes", residentSpikes, 1, Integer.MAX_VALUE);
            inRange("limits.journalRows", journalRows, 1, 1 << 16);
            inRange("limits.recordBytes", recordBytes, 1, LARGEST_RECORD_BYTES);
        }
    }

    /** Returns whether an event time is too far from 0 to be held exactly. */
    static boolean isOutOfRange(long timeMicros) {
        return timeMicros > MAX_TIME_MICROS || timeMicros < -MAX_TIME_MICROS;
    }

    private static void inRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be from " + least + " to " + most);
        }
    }
}
