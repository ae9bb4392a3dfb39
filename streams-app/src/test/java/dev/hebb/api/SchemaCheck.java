package dev.hebb.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Checks a JSON value against the part of JSON Schema that the document uses; unknown fields are wrong too. */
record SchemaCheck(JsonNode document, List<String> wrong) {
    void check(String where, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            check(where, document.at(schema.get("$ref").asText().substring(1)), value);
        } else if (schema.has("oneOf")) {
            if (!value.isNull()) {
                check(where, schema.get("oneOf").get(0), value);
            }
        } else {
            checkType(where, schema, value);
        }
    }

    private void checkType(String where, JsonNode schema, JsonNode value) {
        if (!schema.get("type").toString().contains('"' + typeOf(value) + '"')
                && !(typeOf(value).equals("integer")
                        && schema.get("type").toString().contains("number"))) {
            wrong.add(where + " is " + typeOf(value) + ", not " + schema.get("type"));
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            wrong.add(where + " is " + value);
        }
        if (value.isArray()) {
            value.forEach(item -> check(where + "[]", schema.get("items"), item));
        }
        if (value.isObject()) {
            checkFields(where, schema, value);
        }
    }

    private void checkFields(String where, JsonNode schema, JsonNode value) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                wrong.add(where + " lacks " + required.asText());
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (schema.path("properties").has(field.getKey())) {
                check(where + "." + field.getKey(), schema.get("properties").get(field.getKey()), field.getValue());
            } else if (schema.has("properties")) {
                wrong.add(where + " has " + field.getKey() + ", which is not described");
            }
        }
    }

    private static boolean contains(JsonNode among, JsonNode value) {
        for (JsonNode one : among) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case STRING -> "string";
            default -> "object";
        };
    }
}
