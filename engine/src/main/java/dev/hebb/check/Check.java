package dev.hebb.check;

import java.util.Locale;

/** Refuses illegal values with a message that says which and why. */
public final class Check {
    private Check() {}

    public static void that(boolean holds, String message, Object... args) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, args));
        }
    }
}
