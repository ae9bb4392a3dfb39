package dev.hebb.cli.feed;

import dev.hebb.client.Durations;
import dev.hebb.simulate.SimulationSettings;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** The options that every simulation has, of Poisson neurons or of tissue; use as {@code @Mixin}. */
final class SimulationOptions {
    private static final String NOW = "now";
    private static final String ENDLESS = "endless";

    @Option(
            names = "--neurons",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many neurons; their ids are 0 to N-1. Default: ${DEFAULT-VALUE}.")
    private int neurons;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            defaultValue = "5",
            description = "Firing rate of each neuron by itself, without synapses. Default: ${DEFAULT-VALUE}.")
    private double rateHz;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "endless",
            description = "Event time, as in 90s, 30m, 1h. Default: ${DEFAULT-VALUE}.")
    private String duration = "endless";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "MICROS",
            defaultValue = "0",
            description = "Event time of the beginning in microseconds, or 'now'. Default: ${DEFAULT-VALUE}.")
    private String start = "0";

    int neurons() {
        return neurons;
    }

    double rateHz() {
        return rateHz;
    }

    long seed() {
        return seed;
    }

    /** Event time of the beginning: that of the wall clock, or what was given. */
    long startMicros() {
        if (start.equals(NOW)) {
            return TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        }
        try {
            return Long.parseLong(start);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("start '" + start + "' is neither 'now' nor microseconds", e);
        }
    }

    long durationMicros() {
        return duration.equals(ENDLESS) ? SimulationSettings.ENDLESS : Durations.parseMicros(duration);
    }
}
