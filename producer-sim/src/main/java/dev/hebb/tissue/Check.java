package dev.hebb.tissue;

import java.util.Locale;

/** Refuses settings that no tissue can have. */
final class Check {
    private Check() {}

    static void that(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
        }
    }
}
