package dev.hebb.serde;

import dev.hebb.framing.RejectReason;

/** A value names a schema id that the registry does not know. */
public final class UnknownSchemaException extends MalformedValueException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String message) {
        super(RejectReason.UNKNOWN_SCHEMA, message);
    }
}
