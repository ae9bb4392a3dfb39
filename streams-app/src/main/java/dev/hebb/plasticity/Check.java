package dev.hebb.plasticity;

import java.util.Locale;

/** Refuses illegal values with a message that says which and why. */
final class Check {
    private Check() {}

    static void that(boolean holds, String message, Object... args) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, args));
        }
    }
}
