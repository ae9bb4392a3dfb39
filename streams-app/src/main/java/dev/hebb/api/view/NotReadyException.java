package dev.hebb.api.view;

/**
 * Thrown if a shard cannot answer at this moment: it moves, restores, or its instance does not answer. Try again later.
 */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotReadyException(String message) {
        super(message);
    }

    public NotReadyException(String message, Throwable cause) {
        super(message, cause);
    }
}
