package dev.hebb.page.log;

/** How much of a network's log a page has seen. */
public record Cursor(long spikes, long events, long life) {
    /** Nothing yet. */
    public static final Cursor START = new Cursor(0, 0, 0);
}
