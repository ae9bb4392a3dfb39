package dev.hebb.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON in and out. */
record JsonBodies(ObjectMapper json) {
    /** Writes JSON into the response without a string between: a whole connectome would be in memory twice. */
    void write(Context context, @Nullable Object answer) throws IOException {
        context.contentType("application/json");
        OutputStream out = context.outputStream();
        json.writeValue(out, answer);
        out.write('\n');
    }

    /** The body of a request; a {@link Problem} says if it is no JSON. */
    JsonNode body(byte[] body) throws IOException {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.command("the body is no JSON: " + e.getOriginalMessage(), List.of());
        }
    }
}
