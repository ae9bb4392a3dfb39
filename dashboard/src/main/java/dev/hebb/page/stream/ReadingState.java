package dev.hebb.page.stream;

/** State of reading the result topics. */
public enum ReadingState {
    /** It reads what happened before the page was opened. */
    READING,
    /** It has read everything that was there, and passes on what comes. */
    LIVE,
    /** The topics cannot be read; it tries again. */
    FAILED
}
