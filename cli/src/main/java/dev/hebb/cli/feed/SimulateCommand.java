package dev.hebb.cli.feed;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.Durations;
import dev.hebb.produce.Feed;
import dev.hebb.replay.Replay;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends a simulated network's spikes into the pipeline. */
@Command(
        name = "simulate",
        description = "Send the spikes of a simulated network, whose wiring is known, into the pipeline.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The same options and seed make the same spikes, at any speed.",
            "",
            "  hebb simulate --network sim --duration 1h --truth truth.csv --wait",
            "  hebb simulate --network live --speed realtime --start now",
            "  hebb simulate --network fade --practice-until 10m --duration 30m",
            "",
            "With --model the network is tissue of spiking cells, and what Hebb answers",
            "governs it: what is pruned no longer conducts, what is strengthened drives more.",
            "",
            "  hebb simulate --network brain --model izhikevich --areas cortex:60,motor:40 \\",
            "      --route reach:4:3@2 --duration 10m"
        })
public final class SimulateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final SimulationOptions simulation = new SimulationOptions();

    @Option(names = "--truth", paramLabel = "FILE", description = "Write the true wiring into this CSV.")
    private @Nullable Path truth;

    @Mixin
    private final TissueOptions tissue = new TissueOptions();

    @Mixin
    private final FeedOptions feed = new FeedOptions();

    @Mixin
    private final ConnectionOptions cluster = new ConnectionOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            feed.requireDestination();
            CommandLine line = Objects.requireNonNull(spec).commandLine();
            if (tissue.isWanted(line)) {
                new TissueRun(tissue.plan(simulation, line), feed, cluster, line.getOut(), System.err).run(truth);
                return 0;
            }
            SimulationSettings settings = simulation.settings();
            Simulator simulator = new Simulator(settings);
            if (truth != null) {
                Writable.file("--truth", truth, file -> {
                    simulator.wiring().write(file);
                    return file;
                });
            }
            FeedRun feeding = new FeedRun(feed, cluster, line.getOut(), System.err);
            feeding.run(Feed.Heartbeats.IN_ORDER, -1, (sink, to, windowMicros) -> {
                to.run(simulator);
                Replay.close(sink, to, windowMicros);
            });
            return 0;
        } catch (IllegalArgumentException | IOException | UncheckedIOException | KafkaException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Now, as microseconds since the Unix epoch. */
    private static long nowMicros() {
        return TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
    }

    /** A start: {@code now}, or microseconds. */
    static long parseStart(String text) {
        if (text.equals("now")) {
            return nowMicros();
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("start '" + text + "' is neither 'now' nor microseconds", e);
        }
    }

    /** A duration: {@code endless}, or a time. */
    static long parseDuration(String text) {
        return text.equals("endless") ? SimulationSettings.ENDLESS : Durations.parseMicros(text);
    }
}
