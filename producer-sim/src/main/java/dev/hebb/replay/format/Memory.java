package dev.hebb.replay.format;

import java.io.IOException;

/** The limit of what is read into memory. */
final class Memory {
    private static final long MEGABYTE = 1 << 20;

    private Memory() {}

    /** Reads something that may be larger than memory. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * What a reading returns.
     *
     * @param what is read, for the message
     * @throws UnreadableRecordingException if memory does not hold it, with how to give more
     */
    static <T> T holding(String what, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (OutOfMemoryError e) {
            // The room of one array was missing, so that everything else still has its own.
            throw new UnreadableRecordingException(
                    what + " does not fit into Hebb's memory of "
                            + Runtime.getRuntime().maxMemory() / MEGABYTE
                            + " MB, and a spike takes 12 to 50 bytes while it is read; give more, as in"
                            + " HEBB_JAVA_OPTS=-Xmx8g, or save spikes in order of time as CSV, which is read from disk",
                    e);
        }
    }
}
