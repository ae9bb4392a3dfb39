package dev.hebb.check;

import java.util.Locale;

/** Refuses illegal values with a message that says which and why. */
public final class Check {
    private Check() {}

    /**
     * Refuses what does not hold.
     *
     * @param message that says which value is refused and why, as {@link String#format} takes it
     * @throws IllegalArgumentException with this message
     */
    public static void that(boolean holds, String message, Object... args) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, args));
        }
    }

    /**
     * Refuses a blank name.
     *
     * @param what that has the name, as "an area"
     */
    public static void named(String what, String name) {
        that(!name.isBlank(), "%s needs a name", what);
    }

    /**
     * Refuses a period that does not end after it begins.
     *
     * @param what that lasts this long, as "the gap"
     */
    public static void period(String what, long fromMicros, long toMicros) {
        that(
                toMicros > fromMicros,
                "%s ends at %d µs, not after it begins at %d µs; give a later end, or an earlier beginning",
                what,
                toMicros,
                fromMicros);
    }

    /** Refuses a value outside of [0, 1]. */
    public static void inUnitInterval(String name, double value) {
        that(value >= 0 && value <= 1, "%s is %s, not in [0, 1]", name, value);
    }

    /** Refuses a negative value, and one that is not a number. */
    public static void notNegative(String name, double value) {
        that(value >= 0, "%s is %s, negative", name, value);
    }
}
