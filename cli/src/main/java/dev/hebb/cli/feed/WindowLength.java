package dev.hebb.cli.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ConnectionOptions;
import java.util.OptionalLong;

/** Finds the pipeline's window length: the one that was given, else the app's, else the default. */
final class WindowLength {
    private static final long DEFAULT_MICROS = 10_000_000;

    private WindowLength() {}

    /**
     * The length in microseconds.
     *
     * @param given by the user; empty if it was not
     */
    static long micros(OptionalLong given, ConnectionOptions cluster) {
        return given.isPresent() ? given.getAsLong() : ask(cluster);
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
