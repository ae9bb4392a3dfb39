package dev.hebb.cli.support;

/** A failure whose message is all that the user needs to read: what is wrong, and what to do. */
public final class CliException extends RuntimeException {
    public CliException(String message) {
        super(message);
    }

    public CliException(String message, Throwable cause) {
        super(message, cause);
    }
}
