package dev.hebb.app;

/** The disk of the state directory is full. The message says where, and what to do. */
public final class FullDiskException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FullDiskException(String message) {
        super(message);
    }
}
