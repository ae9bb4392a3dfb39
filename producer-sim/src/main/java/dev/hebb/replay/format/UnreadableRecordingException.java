package dev.hebb.replay.format;

import java.io.IOException;

/** A file cannot be read as a recording; the message says what is wrong, where, and what to do. */
public final class UnreadableRecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableRecordingException(String message) {
        super(message);
    }

    public UnreadableRecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
