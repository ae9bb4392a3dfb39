package dev.hebb.replay.format;

import java.io.IOException;

/** The limit of what is read into memory. */
final class Memory {
    private static final long MEGABYTE = 1 << 20;

    private Memory() {}

    /**
     * Checks what a header states before room is made for it: a few bytes of a zip archive may unpack to gigabytes.
     *
     * @param elements how many the header states
     * @param elementBytes room of one in memory
     * @param heapBytes all memory there is
     * @param where the file, for the message
     * @throws UnreadableRecordingException if they need more than half of the memory
     */
    static void require(int elements, long elementBytes, long heapBytes, String where)
            throws UnreadableRecordingException {
        long needed = Math.multiplyExact(elements, elementBytes);
        if (needed > heapBytes / 2) {
            throw new UnreadableRecordingException(where + ": its header states " + elements + " elements, which need "
                    + needed / MEGABYTE + " MB of the " + heapBytes / MEGABYTE
                    + " MB of memory; if the file is what it says, give more, for instance HEBB_JAVA_OPTS=-Xmx8g");
        }
    }

    /** Reads something that may be larger than memory. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * Runs a reading and returns its result.
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
