package dev.hebb.tissue;

import java.util.Locale;

/** Refuses values that make no tissue. */
final class Check {
    private Check() {}

    static void that(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
        }
    }
}
