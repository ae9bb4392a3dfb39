package dev.hebb.api;

import dev.hebb.client.Causes;

/** The API has no place to listen at. */
public final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListenException(String host, int port, RuntimeException why) {
        super(
                "the API cannot listen at " + host + ":" + port + " ("
                        + Causes.root(why).getMessage()
                        + "); choose another port with hebb.http.port or --http-port, 0 for any that is free",
                why);
    }
}
