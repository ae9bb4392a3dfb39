package dev.hebb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The served OpenAPI document, and a JSON Schema validator over it. */
final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Schemas of OpenAPI 3.1 are JSON Schemas of this draft. */
    private static final SpecificationVersion DRAFT = SpecificationVersion.DRAFT_2020_12;

    private static final String NAME = "urn:hebb:openapi";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final SchemaRegistry schemas;

    OpenApiDocument(String text) throws IOException {
        this.document = JSON.readTree(text);
        JsonNode closed = document.deepCopy();
        close(closed);
        this.schemas =
                SchemaRegistry.withDefaultDialect(DRAFT, builder -> builder.schemas(Map.of(NAME, closed.toString())));
    }

    /** Method and path template of every operation, as in "GET /v1/networks". */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** JSON pointer of the schema of an answer, in the operation of a method and a path. */
    static String answer(String method, String path, int status) {
        return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method + "/responses/" + status
                + "/content/application~1json/schema";
    }

    boolean has(String pointer) {
        return !document.at(pointer).isMissingNode();
    }

    /** Returns the faults of a JSON value by the schema at a pointer; a field that is not described is a fault too. */
    List<Error> errors(String pointer, JsonNode value) {
        return schemas.getSchema(SchemaLocation.of(NAME + "#" + pointer)).validate(value);
    }

    /** Returns the faults of the named schemas themselves, by the schema of schemas. */
    List<Error> errorsOfSchemas() {
        Schema schemaOfSchemas = schemas.getSchema(SchemaLocation.of(DRAFT.getDialectId()));
        return document.at("/components/schemas").properties().stream()
                .flatMap(schema -> schemaOfSchemas.validate(schema.getValue()).stream())
                .toList();
    }

    /** Clients must accept fields that a later version adds; the tests must not. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApiDocument::close);
    }
}
