package dev.hebb.page.log;

/** Position of a page in a network's log: all before it was sent. */
public record Cursor(long spikes, long events, long life) {
    /** Cursor of a page that has seen nothing yet. */
    public static final Cursor START = new Cursor(0, 0, 0);
}
