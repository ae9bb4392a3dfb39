package dev.hebb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.api.request.CommandRequestReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The OpenAPI document of this interface. Names of commands are filled in, so that a new one is not forgotten. */
final class OpenApi {
    private static final String RESOURCE = "openapi.json";
    private static final String COMMAND_NAME = "/components/schemas/Command/properties/command";

    private OpenApi() {}

    /** The document, JSON in UTF-8. */
    static byte[] document() {
        ObjectMapper json = new ObjectMapper();
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            JsonNode document = json.readTree(in);
            CommandRequestReader.names().forEach(((ObjectNode) document.at(COMMAND_NAME)).putArray("enum")::add);
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
