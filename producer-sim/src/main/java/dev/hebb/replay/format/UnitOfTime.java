package dev.hebb.replay.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Unit of a file's times. */
public enum UnitOfTime {
    /** Seconds. */
    SECONDS("s", "seconds", 6),
    /** Milliseconds. */
    MILLIS("ms", "milliseconds", 3),
    /** Microseconds. */
    MICROS("us", "microseconds", 0),
    /** Samples, at a rate that has to be known. */
    SAMPLES("samples", "samples", 0);

    private static final Pattern SUFFIX = Pattern.compile(
            ".*(?:[_ .\\[(])(s|secs?|seconds?|ms|msecs?|milliseconds?|us|usecs?|[µμ]s|microseconds?|samples)[\\])]?");
    private static final Pattern FOREIGN_SUFFIX =
            Pattern.compile(".*(?:[_ .\\[(])(ns|nsecs?|nanoseconds?|mins?|minutes?|h|hrs?|hours?|d|days?)[\\])]?");
    private static final Pattern SAMPLE_NAME =
            Pattern.compile("(?:spike_)?samples?|sample_(?:index|indices|number|numbers|frame)|frames?");

    private final String symbol;
    private final String inWords;
    private final int microsExponent;

    UnitOfTime(String symbol, String inWords, int microsExponent) {
        this.symbol = symbol;
        this.inWords = inWords;
        this.microsExponent = microsExponent;
    }

    /** Returns the unit as users write it: s, ms, us or samples. */
    public String symbol() {
        return symbol;
    }

    /** Returns the word for the unit in a sentence: seconds. */
    public String inWords() {
        return inWords;
    }

    /** Returns the exponent of ten of this unit in microseconds; that of samples depends on the rate. */
    int microsExponent() {
        return microsExponent;
    }

    /**
     * The unit that a user names.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static UnitOfTime parse(String word) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(word) || unit.inWords.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is not a unit of time: give s, ms, us or samples"));
    }

    /** The unit that the name of a column or an array states: {@code time_ms}, {@code t [s]}, {@code sample_index}. */
    static Optional<UnitOfTime> inName(String name) {
        String plain = name.replaceAll("(?U)\\s+", " ").strip().toLowerCase(Locale.ROOT);
        if (SAMPLE_NAME.matcher(plain).matches()) {
            return Optional.of(SAMPLES);
        }
        if (plain.equals("seconds") || plain.equals("milliseconds") || plain.equals("microseconds")) {
            return Optional.of(parse(plain));
        }
        Matcher suffix = SUFFIX.matcher(plain);
        return suffix.matches() ? Optional.of(ofSuffix(suffix.group(1))) : Optional.empty();
    }

    /**
     * A unit that the name of a column states and that is not read, with how to convert it: {@code time_ns}, {@code t
     * (h)}.
     */
    static Optional<Foreign> foreignInName(String name) {
        String plain = name.replaceAll("(?U)\\s+", " ").strip().toLowerCase(Locale.ROOT);
        Matcher suffix = FOREIGN_SUFFIX.matcher(plain);
        return suffix.matches() ? Optional.of(ofForeignSuffix(suffix.group(1))) : Optional.empty();
    }

    /**
     * A unit that is not read.
     *
     * @param inWords its name, as nanoseconds
     * @param conversion how to convert it, and the option for the result
     */
    record Foreign(String inWords, String conversion) {}

    private static Foreign ofForeignSuffix(String suffix) {
        return switch (suffix.charAt(0)) {
            case 'n' -> new Foreign("nanoseconds", "divide them by 1000 and give --unit us");
            case 'm' -> new Foreign("minutes", "multiply them by 60 and give --unit s");
            case 'h' -> new Foreign("hours", "multiply them by 3600 and give --unit s");
            default -> new Foreign("days", "multiply them by 86400 and give --unit s");
        };
    }

    private static UnitOfTime ofSuffix(String suffix) {
        return switch (suffix) {
            case "ms", "msec", "msecs", "millisecond", "milliseconds" -> MILLIS;
            case "us", "usec", "usecs", "µs", "μs", "microsecond", "microseconds" -> MICROS;
            case "samples" -> SAMPLES;
            default -> SECONDS;
        };
    }
}
