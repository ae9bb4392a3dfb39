package dev.hebb.api;

/** The API has no place to listen at. */
public final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListenException(String host, int port, RuntimeException why) {
        super(
                "the API cannot listen at " + host + ":" + port + " (" + reason(why) + "); choose another port with"
                        + " hebb.http.port or --http-port, 0 for any that is free",
                why);
    }

    private static String reason(Throwable why) {
        Throwable root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
