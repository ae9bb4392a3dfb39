package dev.hebb.serde;

import dev.hebb.framing.RejectReason;

/** A value cannot be read as what its topic carries. The message says why, for the person who sent it. */
public class MalformedValueException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    public MalformedValueException(RejectReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public MalformedValueException(RejectReason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The kind of flaw. */
    public RejectReason reason() {
        return reason;
    }
}
