package dev.hebb.replay.format;

/** Seconds in floating point as whole microseconds, rounded half up. */
final class Seconds {
    private static final double MICROS = 1e6;
    private static final double LARGEST_MICROS = 0x1p53;

    private Seconds() {}

    /**
     * The time in microseconds.
     *
     * @throws UnreadableRecordingException if it is not a number, or not within 2^53 µs of zero
     */
    static long toMicros(double seconds, String where, long index) throws UnreadableRecordingException {
        double micros = seconds * MICROS;
        if (!(Math.abs(micros) <= LARGEST_MICROS)) {
            throw new UnreadableRecordingException(where + ": entry " + index + " is " + seconds
                    + "; a spike's time in seconds must be a number within 2^53 µs of zero");
        }
        // Math.round is exact and takes halves towards positive infinity.
        return Math.round(micros);
    }

    /** Each time in microseconds; see {@link #toMicros(double, String, long)}. */
    static long[] toMicros(double[] seconds, String where) throws UnreadableRecordingException {
        long[] micros = new long[seconds.length];
        for (int k = 0; k < seconds.length; k++) {
            micros[k] = toMicros(seconds[k], where, k);
        }
        return micros;
    }
}
