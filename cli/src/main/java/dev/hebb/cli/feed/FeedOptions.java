package dev.hebb.cli.feed;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.OutputFile;
import dev.hebb.client.Durations;
import dev.hebb.client.NetworkName;
import dev.hebb.produce.Feed;
import dev.hebb.produce.Speed;
import dev.hebb.produce.SpikeProducer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that sends spikes; use as {@code @Mixin}. */
final class FeedOptions {
    private static final long PACED_BATCH_MICROS = 10_000;
    private static final long UNPACED_BATCH_MICROS = 100_000;

    @Option(names = "--network", paramLabel = "NAME", description = "The network that the spikes belong to.")
    private @Nullable String network;

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            defaultValue = "max",
            converter = SpeedConverter.class,
            description = "max, realtime, or a factor such as 10x. Default: ${DEFAULT-VALUE}.")
    private Speed speed = Speed.MAX;

    @Option(
            names = "--batch-ms",
            paramLabel = "MS",
            description = "Longest duration of a batch. Default: 10, at max speed 100.")
    private @Nullable Integer batchMillis;

    @Option(
            names = "--heartbeat",
            paramLabel = "TIME",
            defaultValue = "1s",
            description = "Send a heartbeat after this much silence. Default: ${DEFAULT-VALUE}.")
    private String heartbeat = "1s";

    @Option(
            names = "--window",
            paramLabel = "TIME",
            description = "The pipeline's window, if no app answers. Default: 10s.")
    private @Nullable String window;

    @Option(
            names = "--no-close",
            description = "Do not close the last window: more spikes of this network will follow.")
    private boolean noClose;

    @Option(names = "--wait", description = "Wait until every window is closed and its outputs are committed.")
    private boolean wait;

    @Option(names = "--wait-timeout", paramLabel = "TIME", description = "Give up waiting after this time.")
    private @Nullable String waitTimeout;

    @Option(
            names = "--delivery-timeout",
            paramLabel = "TIME",
            defaultValue = "10min",
            description = "How long to wait while Kafka does not answer. Default: ${DEFAULT-VALUE}.")
    private String deliveryTimeout = "10min";

    @Option(
            names = "--resume",
            description = "Continue where the same command stopped, after the last spike of this network in Kafka.")
    private boolean resume;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Send nothing: write the spikes as neuron,time_us into this file ('-': standard output).")
    private @Nullable Path out;

    /** Checks, before any work is done, that spikes have a destination, a network or a file, and every other option. */
    void check() {
        if (out == null) {
            NetworkName.flaw(network()).ifPresent(flaw -> {
                throw new CliException(NetworkName.rule());
            });
        } else if (resume) {
            throw new CliException("--resume is for what is sent; --out writes all spikes");
        } else if (!out.toString().equals("-")) {
            OutputFile.require("--out", out);
        }
        feed(Feed.Heartbeats.NEVER);
        windowMicros();
        waitTimeout();
        SpikeProducer.requireDeliveryTime(deliveryTimeout());
    }

    String network() {
        if (network == null || network.isBlank()) {
            throw new CliException("which network? Give --network NAME");
        }
        return network;
    }

    Feed.Options feed(Feed.Heartbeats heartbeats) {
        long batchMicros = speed.isPaced() ? PACED_BATCH_MICROS : UNPACED_BATCH_MICROS;
        if (batchMillis != null) {
            batchMicros = batchMillis * 1000L;
        }
        return new Feed.Options(speed, batchMicros, heartbeats, Durations.parse(heartbeat));
    }

    /** The window length that was given, in microseconds; empty if none. */
    OptionalLong windowMicros() {
        if (window == null) {
            return OptionalLong.empty();
        }
        long micros = Durations.parseMicros(window);
        if (micros <= 0) {
            throw new CliException("--window " + window + " is not possible: it must be above 0");
        }
        return OptionalLong.of(micros);
    }

    boolean closesLastWindow() {
        return !noClose;
    }

    boolean waits() {
        return wait;
    }

    /** The longest time to wait for the last window; zero: no limit. */
    Duration waitTimeout() {
        return waitTimeout == null ? Duration.ZERO : Durations.parse(waitTimeout);
    }

    /** Returns the longest time that a record waits for brokers that are away. */
    Duration deliveryTimeout() {
        return Durations.parse(deliveryTimeout);
    }

    boolean resumes() {
        return resume;
    }

    /**
     * Checks that what was sent is not to be resumed.
     *
     * @param what is sent
     */
    void refuseResume(String what) {
        if (resume) {
            throw new CliException(what + " cannot be resumed: its spikes are not the same again");
        }
    }

    @Nullable Path out() {
        return out;
    }
}
