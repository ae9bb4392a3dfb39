package dev.hebb.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Named settings from several layers; a later layer wins: defaults, then the properties file, then the environment,
 * then the command line. A setting {@code hebb.window.micros} is {@code HEBB_WINDOW_MICROS} in the environment.
 *
 * <p>Every setting must be read by a record: {@link #refuseUnknown} names those that none reads.
 */
public final class Settings {
    /** Prefix of our settings; everything else in a properties file is passed through to the Kafka clients. */
    public static final String PREFIX = "hebb.";

    /** Variables of the launcher, which are no settings of the app. */
    private static final Set<String> LAUNCHER =
            Set.of("HEBB_JAVA_OPTS", "HEBB_ARCHIVES", "HEBB_HOME", "HEBB_DATA", "HEBB_DATA_DIR");

    /** By canonical name. */
    private final Map<String, Given> given = new TreeMap<>();

    private final Map<String, String> effective = new TreeMap<>();

    private Settings() {}

    /**
     * A setting as it was given.
     *
     * @param name as the user wrote it, of which messages speak
     */
    private record Given(String name, String value) {}

    /** No layer: defaults only. */
    public static Settings defaults() {
        return new Settings();
    }

    /**
     * All layers.
     *
     * @param file properties as read from the file, ours and others'
     * @param environment the process's environment
     * @param commandLine settings given as name and value
     */
    public static Settings of(
            Map<String, String> file, Map<String, String> environment, Map<String, String> commandLine) {
        Settings settings = new Settings();
        file.forEach(settings::takeOurs);
        environment.forEach((name, value) -> {
            if (name.startsWith("HEBB_") && !LAUNCHER.contains(name)) {
                settings.given.put(canonical(name.toLowerCase(Locale.ROOT)), new Given(name, value));
            }
        });
        commandLine.forEach((name, value) -> settings.takeOurs(name.startsWith(PREFIX) ? name : PREFIX + name, value));
        return settings;
    }

    private void takeOurs(String name, String value) {
        if (name.startsWith(PREFIX)) {
            given.put(canonical(name), new Given(name, value));
        }
    }

    /** Dots, dashes and underscores are the same in a name: the environment has no others. */
    private static String canonical(String name) {
        return name.replace('_', '.').replace('-', '.');
    }

    /** A text. */
    public String text(String name, String fallback) {
        Given setting = given.get(canonical(name));
        String value = (setting == null ? fallback : setting.value()).strip();
        effective.put(name, value);
        return value;
    }

    /** A whole number. */
    public long number(String name, long fallback) {
        String value = text(name, Long.toString(fallback));
        try {
            return Long.parseLong(value.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new BadSettingException(name, value, "a whole number is needed, for example " + fallback, e);
        }
    }

    /** A whole number that fits 32 bits. */
    public int smallNumber(String name, int fallback) {
        long value = number(name, fallback);
        if (value != (int) value) {
            throw new BadSettingException(name, Long.toString(value), "the number is too large", null);
        }
        return (int) value;
    }

    /** A number with decimals. */
    public double decimal(String name, double fallback) {
        String value = text(name, Double.toString(fallback));
        try {
            double parsed = Double.parseDouble(value);
            if (Double.isFinite(parsed)) {
                return parsed;
            }
            throw new BadSettingException(name, value, "a finite number is needed, for example " + fallback, null);
        } catch (NumberFormatException e) {
            throw new BadSettingException(name, value, "a number is needed, for example " + fallback, e);
        }
    }

    /** Yes or no. */
    public boolean flag(String name, boolean fallback) {
        String value = text(name, Boolean.toString(fallback)).toLowerCase(Locale.ROOT);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadSettingException(name, value, "true or false is needed", null);
        };
    }

    /** Whole numbers, separated by commas. */
    public List<Integer> numbers(String name, List<?> fallback) {
        String shown = fallback.stream().map(String::valueOf).collect(Collectors.joining(","));
        String value = text(name, shown);
        try {
            return Arrays.stream(value.split(","))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new BadSettingException(name, value, "whole numbers and commas are needed, for example " + shown, e);
        }
    }

    /** One of an enum's constants, in any case, with dashes or underscores. */
    public Enum<?> choice(String name, Enum<?> fallback) {
        String value = text(name, fallback.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        for (Enum<?> choice : fallback.getDeclaringClass().getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(value.replace('-', '_'))) {
                return choice;
            }
        }
        throw new BadSettingException(
                name,
                value,
                "one of " + Arrays.toString(fallback.getDeclaringClass().getEnumConstants()) + " is needed",
                null);
    }

    /**
     * Refuses settings that were never read; to be called when everything was asked for.
     *
     * @throws BadSettingException if a setting was given that was never read
     */
    public void refuseUnknown() {
        TreeMap<String, Given> unknown = new TreeMap<>(given);
        effective.keySet().forEach(name -> unknown.remove(canonical(name)));
        if (!unknown.isEmpty()) {
            String name = unknown.firstKey().substring(PREFIX.length());
            Given first = unknown.firstEntry().getValue();
            String advice = Nearest.to(name, withoutPrefix(effective.keySet()))
                    .map(nearest -> "the nearest one is " + PREFIX + nearest)
                    .orElse("/v1/config of a running app lists all settings");
            throw new BadSettingException(first.name(), first.value(), "there is no such setting; " + advice, null);
        }
    }

    private static List<String> withoutPrefix(Set<String> names) {
        return names.stream().map(name -> name.substring(PREFIX.length())).toList();
    }

    /** Every setting that was asked for, with the value that holds. */
    public Map<String, String> effective() {
        return Collections.unmodifiableMap(effective);
    }
}
