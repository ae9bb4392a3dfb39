package dev.hebb.config;

import dev.hebb.rule.LearningRules;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A setting with everything that the page says of it.
 *
 * @param name with prefix
 * @param component of the record that it becomes
 * @param value its default
 * @param meaning the Javadoc of the component
 */
record DocumentedSetting(String name, RecordComponent component, Object value, String meaning) {
    private static final Map<String, String> UNITS = Map.of(
            "Micros", "µs", "Millis", "ms", "Bytes", "bytes", "Hz", "Hz", "Bins", "lag bins", "Windows", "windows");

    /** Defaults that depend on the machine or on other settings, and values that only some texts can have. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "hebb.streams.threads", "cores, at most 4",
            "hebb.streams.workers", "cores",
            "hebb.streams.state-dir", "`~/.hebb/state`; `hebb app`: `state` in the data directory");

    private static final Map<String, String> TEXTS = Map.of(
            "hebb.rule",
            LearningRules.names().stream().map(rule -> "`" + rule + "`").collect(Collectors.joining(", ")),
            "hebb.streams.processing-guarantee",
            "`exactly_once_v2`, `at_least_once`");

    String row() {
        return "| `" + name + "` | " + defaultText() + " | " + unit() + " | " + range() + " | " + meaning + " |";
    }

    private String defaultText() {
        String other = DEFAULTS.get(name);
        if (other != null) {
            return other;
        } else if (value instanceof Long || value instanceof Integer) {
            long number = ((Number) value).longValue();
            return AcceptedRange.grouped(number) + duration(number);
        } else if (value instanceof List<?> numbers) {
            return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        String text = value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
        return text.isEmpty() ? "empty" : text;
    }

    private String duration(long number) {
        if (!unit().equals("µs") || number < 1_000) {
            return "";
        }
        long[] lengths = {86_400_000_000L, 3_600_000_000L, 60_000_000, 1_000_000, 1_000};
        String[] units = {"d", "h", "min", "s", "ms"};
        for (int i = 0; i < lengths.length; i++) {
            if (number >= lengths[i] && number % lengths[i] == 0) {
                return " (" + number / lengths[i] + " " + units[i] + ")";
            }
        }
        return "";
    }

    private String unit() {
        return UNITS.entrySet().stream()
                .filter(unit -> component.getName().endsWith(unit.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElse("");
    }

    private String range() {
        if (value instanceof Number number) {
            return AcceptedRange.of(name, number);
        } else if (value instanceof Boolean) {
            return "`true`, `false`";
        } else if (value instanceof Enum<?> choice) {
            return Arrays.stream(choice.getDeclaringClass().getEnumConstants())
                    .map(each -> "`" + each.name().toLowerCase(Locale.ROOT) + "`")
                    .collect(Collectors.joining(", "));
        } else if (value instanceof List<?>) {
            return "whole numbers and commas";
        }
        return TEXTS.getOrDefault(name, "text");
    }
}
