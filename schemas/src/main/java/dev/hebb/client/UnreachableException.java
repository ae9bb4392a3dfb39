package dev.hebb.client;

import java.io.IOException;

/** Kafka or the registry does not answer as it should. The message names the address, the reason, and what to do. */
public final class UnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, IOException cause) {
        super(message, cause);
    }
}
