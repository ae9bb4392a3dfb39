package dev.hebb.page.log;

/** Position of a page in a network's log: all before it was sent. */
public record PageCursor(long spikes, long events, long life) {
    /** Cursor of a page that has seen nothing yet. */
    public static final PageCursor START = new PageCursor(0, 0, 0);
}
