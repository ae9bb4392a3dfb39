package dev.hebb.stack;

/** The stack cannot start, run or stop; the message is for the person at the terminal. */
public class StackException extends RuntimeException {
    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
