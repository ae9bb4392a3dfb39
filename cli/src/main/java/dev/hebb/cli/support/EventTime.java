package dev.hebb.cli.support;

import dev.hebb.client.Durations;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Event times as users write and read them. A network's clock counts from the start of its recording, or from 1970: ten
 * years or more are taken for a date.
 */
public final class EventTime {
    private static final long SECOND = 1_000_000L;
    private static final long DAY_SECONDS = 86_400;
    private static final long TEN_YEARS = 3_653 * DAY_SECONDS * SECOND;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private EventTime() {}

    /**
     * Reads an event time: microseconds, a time since the network's clock began as in 90s, 1h or 7d, or a date as in
     * 2026-01-31T04:12:10Z.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static long parse(String text) {
        String word = text.strip();
        if (word.matches("-?\\d{1,18}")) {
            return Long.parseLong(word);
        }
        if (word.endsWith("Z") && word.contains("T")) {
            try {
                return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(word));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(notATime(text), e);
            }
        }
        try {
            return Durations.parseMicros(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(notATime(text), e);
        }
    }

    private static String notATime(String text) {
        return "'" + text
                + "' is not an event time: give microseconds, a time since the network's clock began as in 90s"
                + " or 7d, or a date as in 2026-01-31T04:12:10Z";
    }

    /** Minutes and seconds of a short recording, as in 12:30. */
    public static String minutes(long micros) {
        long seconds = micros / SECOND;
        return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
    }

    /** An event time, as in 3d 04:12:10.500, 04:12:10.500, or 2026-01-31 04:12:10.500Z. */
    public static String of(long micros) {
        if (Math.abs(micros) >= TEN_YEARS) {
            return DATE.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        }
        long seconds = Math.abs(micros) / SECOND;
        long millis = Math.abs(micros) / 1000 % 1000;
        long days = seconds / DAY_SECONDS;
        String clock = String.format(
                Locale.ROOT, "%02d:%02d:%02d.%03d", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60, millis);
        return (micros < 0 ? "-" : "") + (days > 0 ? days + "d " : "") + clock;
    }
}
