package dev.hebb.cli.support;

/** An error whose message says to the user what is wrong and what to do. */
public final class CliException extends RuntimeException {
    public CliException(String message) {
        super(message);
    }

    public CliException(String message, Throwable cause) {
        super(message, cause);
    }
}
