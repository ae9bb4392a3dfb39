package dev.hebb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Refuses parameters in a query that the OpenAPI document does not have for the path: a misspelled one would be
 * ignored, and the answer would look like the one that was asked for.
 */
final class QueryCheck {
    private static final String CHECKED = "/v1/";

    private final JsonNode document;

    private QueryCheck(JsonNode document) {
        this.document = document;
    }

    static QueryCheck ofDocument(ObjectMapper json) {
        try {
            return new QueryCheck(json.readTree(OpenApi.document()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a route that also refuses parameters which it does not have; the given route if it is not checked. */
    Route checked(Route route) {
        if (route.internal() || !route.path().startsWith(CHECKED)) {
            return route;
        }
        SortedSet<String> known = known(route);
        return new Route(route.method(), route.path(), route.summary(), false, context -> {
            requireKnown(context, known);
            route.handler().handle(context);
        });
    }

    private static void requireKnown(Context context, SortedSet<String> known) {
        for (String name : context.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw Problem.unknownParameter(name, List.copyOf(known));
            }
        }
    }

    private SortedSet<String> known(Route route) {
        SortedSet<String> known = new TreeSet<>();
        JsonNode parameters = document.path("paths")
                .path(route.path())
                .path(route.method().name().toLowerCase(Locale.ROOT))
                .path("parameters");
        for (JsonNode listed : parameters) {
            JsonNode parameter = listed.has("$ref")
                    ? document.at(listed.path("$ref").asText().substring(1))
                    : listed;
            if (parameter.path("in").asText().equals("query")) {
                known.add(parameter.path("name").asText());
            }
        }
        return known;
    }
}
