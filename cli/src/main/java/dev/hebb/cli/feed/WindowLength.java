package dev.hebb.cli.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.Durations;
import org.jspecify.annotations.Nullable;

/** The pipeline's window length: what the user says, else what the app says, else the default. */
final class WindowLength {
    private static final long DEFAULT_MICROS = 10_000_000;

    private WindowLength() {}

    /**
     * The length in microseconds.
     *
     * @param said what the user says, as in 10s
     */
    static long micros(@Nullable String said, ConnectionOptions cluster) {
        return said == null ? ask(cluster) : Durations.parseMicros(said);
    }

    private static long ask(ConnectionOptions cluster) {
        try {
            JsonNode window = cluster.app().json("/v1/config").findValue("windowMicros");
            return window != null && window.canConvertToLong() ? window.asLong() : DEFAULT_MICROS;
        } catch (CliException e) {
            // No app is up; the spikes wait for it in Kafka.
            return DEFAULT_MICROS;
        }
    }
}
