package dev.hebb.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write and read them: a number and a unit, as in {@code 7d}, {@code 1.5h}, {@code 250ms}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("\\s*(-?\\d+(?:\\.\\d+)?)\\s*(us|ms|s|m|min|h|d)\\s*");
    private static final double SECOND_MICROS = 1e6;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private Durations() {}

    /**
     * Reads a duration in microseconds.
     *
     * @throws IllegalArgumentException if it is not of this form, or no whole number of microseconds
     */
    public static long parseMicros(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a duration: give a number and a unit (us, ms, s, m, h, d), as in 90s, 1h or 7d");
        }
        try {
            return new BigDecimal(parts.group(1))
                    .multiply(BigDecimal.valueOf(unitMicros(parts.group(2))))
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is too long or finer than a microsecond", e);
        }
    }

    /** Reads a duration of wall-clock time, for instance a timeout; the same forms as {@link #parseMicros}. */
    public static Duration parse(String text) {
        return Duration.of(parseMicros(text), ChronoUnit.MICROS);
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

    /** Writes a duration of wall-clock time, for instance a timeout, in seconds: {@code 15 s}, {@code 0.5 s}. */
    public static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /**
     * Writes a duration for sentences, in its two largest units: {@code 2 d 3 h}, {@code 1 h 5 min}, {@code 12.3 s}.
     */
    public static String format(long micros) {
        return format(micros, " ");
    }

    /** Writes a duration for columns, in its two largest units: {@code 2d 3h}, {@code 1h 5min}, {@code 12.3s}. */
    public static String compact(long micros) {
        return format(micros, "");
    }

    private static String format(long micros, String beforeUnit) {
        long seconds = micros / 1_000_000;
        if (seconds < MINUTE) {
            return String.format(Locale.ROOT, "%.1f%ss", micros / SECOND_MICROS, beforeUnit);
        }
        if (seconds < HOUR) {
            return twoUnits(seconds / MINUTE, "min", seconds % MINUTE, "s", beforeUnit);
        }
        return seconds < DAY
                ? twoUnits(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min", beforeUnit)
                : twoUnits(seconds / DAY, "d", seconds % DAY / HOUR, "h", beforeUnit);
    }

    private static String twoUnits(long large, String largeUnit, long small, String smallUnit, String beforeUnit) {
        return large + beforeUnit + largeUnit + " " + small + beforeUnit + smallUnit;
    }
}
