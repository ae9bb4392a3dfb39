package dev.hebb.config;

import dev.hebb.check.Inline;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a validated record from settings, component by component: {@code smoothingSdMicros} of the record with prefix
 * {@code hebb.evidence.} is the setting {@code hebb.evidence.smoothing-sd-micros}. A component that is itself a record
 * adds its name to the prefix, unless that record is {@link Inline}. So every constant is a setting, and a new one
 * cannot be forgotten.
 */
final class RecordReader {
    private final Settings settings;

    RecordReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * A record.
     *
     * @param prefix of the settings, with the last dot
     * @param defaults what holds where nothing is set
     * @param fixed components that are read elsewhere, as settings without a prefix of the record, by name
     * @throws IllegalArgumentException with the record's own message about the settings, if it refuses the values
     */
    <R extends Record> R read(String prefix, R defaults, Map<String, Object> fixed) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object given = fixed.get(components[i].getName());
            values[i] = given != null ? given : value(prefix, components[i], get(components[i], defaults));
        }
        try {
            return make(defaults, components, values);
        } catch (IllegalArgumentException e) {
            Map<String, String> names = names(prefix, defaults);
            fixed.keySet().forEach(name -> names.put(name, Settings.PREFIX + kebab(name)));
            throw new IllegalArgumentException(RefusalMessage.of(String.valueOf(e.getMessage()), names, prefix), e);
        }
    }

    /** The settings of a record, by its components; those of nested records by their path, {@code stdp.plus}. */
    static Map<String, String> names(String prefix, Record of) {
        Map<String, String> names = new LinkedHashMap<>();
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            String name = component.getName();
            if (get(component, of) instanceof Record nested) {
                boolean inline = isInline(nested);
                names(inline ? prefix : prefix + kebab(name) + ".", nested)
                        .forEach((path, setting) -> names.put(inline ? path : name + "." + path, setting));
            } else {
                names.put(name, prefix + kebab(name));
            }
        }
        return names;
    }

    private static boolean isInline(Record nested) {
        return nested.getClass().isAnnotationPresent(Inline.class);
    }

    private Object value(String prefix, RecordComponent component, Object fallback) {
        String name = prefix + kebab(component.getName());
        if (fallback instanceof Integer number) {
            return settings.smallNumber(name, number);
        } else if (fallback instanceof Long number) {
            return settings.number(name, number);
        } else if (fallback instanceof Double number) {
            return settings.decimal(name, number);
        } else if (fallback instanceof Boolean flag) {
            return settings.flag(name, flag);
        } else if (fallback instanceof String text) {
            return settings.text(name, text);
        } else if (fallback instanceof Enum<?> choice) {
            return settings.choice(name, choice);
        } else if (fallback instanceof List<?> numbers) {
            return settings.numbers(name, numbers);
        } else if (fallback instanceof Record nested) {
            return read(isInline(nested) ? prefix : name + ".", nested, Map.of());
        }
        throw new IllegalStateException("no setting can hold a " + component.getType());
    }

    private static Object get(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <R extends Record> R make(R like, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // the class of a record of type R
            Class<R> type = (Class<R>) like.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
