package dev.hebb.client;

import java.util.concurrent.ExecutionException;

/** Reasons of failures. */
public final class Causes {
    private Causes() {}

    /** Returns why a request failed: what its future wraps. */
    public static Throwable of(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : cause;
    }

    /** Returns the innermost cause, which names the reason where a client wraps it several times. */
    public static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
