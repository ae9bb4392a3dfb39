package dev.hebb.stack;

/** The stack cannot start, run or stop; the message is written for the user. */
public class StackException extends RuntimeException {
    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
