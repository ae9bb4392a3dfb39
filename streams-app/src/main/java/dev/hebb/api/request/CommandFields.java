package dev.hebb.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.framing.FramingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a command in JSON. What cannot be understood is refused with the field's name, and so is a field that
 * the command does not have: a misspelt field would otherwise be ignored.
 */
final class CommandFields {
    private static final int LONGEST_TEXT = 200;

    private final JsonNode fields;
    private final TreeSet<String> asked = new TreeSet<>();

    CommandFields(JsonNode fields) {
        if (!fields.isObject()) {
            throw new IllegalArgumentException(
                    "a command is a JSON object, as in {\"command\":\"stress\",\"level\":0.8}");
        }
        this.fields = fields;
    }

    String text(String name) {
        return required(name, textOr(name, null));
    }

    @Nullable String textOr(String name, @Nullable String otherwise) {
        JsonNode value = value(name);
        if (value == null) {
            return otherwise;
        }
        String text = value.asText();
        if (!value.isTextual() || text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw wrong(name, value, "a text of up to " + LONGEST_TEXT + " characters, none a control character");
        }
        return text;
    }

    double number(String name) {
        JsonNode value = required(name, value(name));
        if (!value.isNumber()) {
            throw wrong(name, value, "a number");
        }
        return value.asDouble();
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            throw wrong(name, value, "true or false");
        }
        return value != null && value.asBoolean();
    }

    /** Microseconds, if they are given. */
    OptionalLong micros(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || !isWithinReach(value.asLong())) {
            throw wrong(name, value, "a whole number of microseconds, within 2^53 of zero");
        }
        return OptionalLong.of(value.asLong());
    }

    private static boolean isWithinReach(long micros) {
        return micros >= -FramingConfig.MAX_TIME_MICROS && micros <= FramingConfig.MAX_TIME_MICROS;
    }

    /** Returns whether a field holds this word. */
    boolean says(String name, String word) {
        JsonNode value = value(name);
        return value != null && value.isTextual() && value.asText().equals(word);
    }

    /** Neurons in an array, or in a text as in {@code "0-49,60"}; none if the field is not there. */
    int[] neurons(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return new int[0];
        }
        if (value.isTextual()) {
            return NeuronRanges.parse(value.asText());
        }
        if (!value.isArray()) {
            throw wrong(name, value, "an array of whole numbers, or a text as in \"0-49,60\"");
        }
        List<Integer> neurons = new ArrayList<>();
        for (JsonNode neuron : value) {
            if (!neuron.canConvertToInt() || !neuron.isIntegralNumber() || neurons.size() >= NeuronRanges.MOST) {
                throw wrong(name, neuron, "one of at most " + NeuronRanges.MOST + " whole numbers");
            }
            neurons.add(neuron.asInt());
        }
        return neurons.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Refuses fields that were not asked for; to be called when every field that the command has was asked for. */
    void refuseOthers(String command) {
        TreeSet<String> others = new TreeSet<>();
        fields.fieldNames().forEachRemaining(others::add);
        others.removeAll(asked);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + others.first() + "' is not a field of " + command + "; it has " + String.join(", ", asked));
        }
    }

    private @Nullable JsonNode value(String name) {
        asked.add(name);
        JsonNode value = fields.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value;
    }

    private static IllegalArgumentException wrong(String name, JsonNode value, String expected) {
        String shown = value.toString();
        return new IllegalArgumentException("'" + name + "' is "
                + (shown.length() > LONGEST_TEXT ? shown.substring(0, LONGEST_TEXT) + "…" : shown) + ", not "
                + expected);
    }
}
