package dev.hebb.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of this interface that tools read. */
final class OpenApi {
    private static final String RESOURCE = "openapi.json";

    private OpenApi() {}

    /** The document, JSON in UTF-8. */
    static byte[] document() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
