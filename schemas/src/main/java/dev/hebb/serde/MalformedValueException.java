package dev.hebb.serde;

/** A value cannot be read as what its topic carries. The message says why, for the person who sent it. */
public class MalformedValueException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedValueException(String message) {
        super(message);
    }

    public MalformedValueException(String message, Throwable cause) {
        super(message, cause);
    }
}
