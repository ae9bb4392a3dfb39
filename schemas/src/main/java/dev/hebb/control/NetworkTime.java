package dev.hebb.control;

/**
 * A network's event time, in microseconds, when its last window was closed.
 *
 * @param network its name
 * @param closedUntilMicros end of the last closed window
 * @param watermarkMicros nothing earlier is still to come
 * @param windowMicros length of a window
 */
public record NetworkTime(String network, long closedUntilMicros, long watermarkMicros, long windowMicros) {
    /**
     * Returns what "now" means for a command: the start of the next window. The window that is open now may close while
     * the command is on its way, and would then refuse it.
     */
    public long nowMicros() {
        return (Math.floorDiv(Math.max(closedUntilMicros, watermarkMicros), windowMicros) + 1) * windowMicros;
    }

    /**
     * Refuses a time that no command can take effect at any more.
     *
     * @throws IllegalArgumentException if it lies in a closed window
     */
    public void requireOpen(long fromMicros) {
        if (fromMicros < closedUntilMicros) {
            throw new IllegalArgumentException("the command would hold from " + fromMicros
                    + " µs, which lies in a window of network '" + network
                    + "' that is closed; the earliest that is open begins at " + closedUntilMicros + " µs");
        }
    }
}
