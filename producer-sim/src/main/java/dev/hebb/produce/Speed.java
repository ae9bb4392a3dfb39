package dev.hebb.produce;

import java.util.Locale;

/**
 * Speed of event time.
 *
 * @param factor seconds of event time for a second of wall time; infinite for as fast as it goes
 */
public record Speed(double factor) {
    /** The highest speed that is possible. */
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    /** The speed at which the spikes were recorded. */
    public static final Speed REALTIME = new Speed(1);

    public Speed {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("speed " + factor + "x is not possible: it must be above 0");
        }
    }

    /**
     * Reads {@code max}, {@code realtime} or a factor such as {@code 10x}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Speed parse(String text) {
        String word = text.trim().toLowerCase(Locale.ROOT);
        if (word.equals("max")) {
            return MAX;
        }
        if (word.equals("realtime")) {
            return REALTIME;
        }
        try {
            return new Speed(Double.parseDouble(word.endsWith("x") ? word.substring(0, word.length() - 1) : word));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "speed '" + text + "' is not known: give max, realtime or a factor such as 10x", e);
        }
    }

    public boolean isPaced() {
        return !Double.isInfinite(factor);
    }

    @Override
    public String toString() {
        return isPaced() ? factor + "x" : "max";
    }
}
