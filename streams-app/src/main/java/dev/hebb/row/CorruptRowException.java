package dev.hebb.row;

/** A row or frame that Hebb itself wrote cannot be read: a defect or a damaged store, never a user's input. */
public final class CorruptRowException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public CorruptRowException(String message) {
        super(message);
    }
}
