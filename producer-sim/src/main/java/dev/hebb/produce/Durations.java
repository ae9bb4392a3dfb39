package dev.hebb.produce;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: a number and a unit, as in {@code 7d}, {@code 1.5h}, {@code 90s}, {@code 250ms}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("\\s*(-?\\d+(?:\\.\\d+)?)\\s*(us|ms|s|m|min|h|d)\\s*");

    private Durations() {}

    /**
     * The duration in microseconds.
     *
     * @throws IllegalArgumentException if it is not of this form, or no whole number of microseconds
     */
    public static long parseMicros(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no duration: give a number and a unit (us, ms, s, m, h, d), as in 90s, 1h or 7d");
        }
        try {
            return new BigDecimal(parts.group(1))
                    .multiply(BigDecimal.valueOf(unitMicros(parts.group(2))))
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is too long or finer than a microsecond", e);
        }
    }

    private static long unitMicros(String unit) {
        return switch (unit) {
            case "us" -> 1L;
            case "ms" -> 1_000L;
            case "s" -> 1_000_000L;
            case "m", "min" -> 60_000_000L;
            case "h" -> 3_600_000_000L;
            default -> 86_400_000_000L;
        };
    }

    /** A duration for people: the largest units, as in {@code 2 d 3 h}, {@code 1 h 5 min}, {@code 12.3 s}. */
    public static String format(long micros) {
        long seconds = micros / 1_000_000;
        if (seconds < 60) {
            return Math.round(micros / 1e5) / 10.0 + " s";
        } else if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        } else if (seconds < 86_400) {
            return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
        }
        return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
    }
}
