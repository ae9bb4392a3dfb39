package dev.hebb.cli.feed;

import dev.hebb.cli.support.OutputFile;
import dev.hebb.produce.Feed;
import dev.hebb.replay.Replay;
import dev.hebb.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb simulate}: sends the spikes of a simulated network into the pipeline. */
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
            "With --model, the network is tissue of spiking cells in a closed loop with Hebb: synapses",
            "that Hebb prunes no longer conduct, and those that it strengthens drive their targets more.",
            "",
            "  hebb simulate --network brain --model izhikevich --areas cortex:60,motor:40 \\",
            "      --route reach:4:3@2 --duration 10m"
        })
public final class SimulateCommand extends FeedCommand {
    @Mixin
    private final SimulationOptions simulation = new SimulationOptions();

    @Mixin(name = TissueOptions.POISSON)
    private final PoissonOptions poisson = new PoissonOptions();

    @Mixin(name = TissueOptions.TISSUE)
    private final TissueOptions tissue = new TissueOptions();

    @Option(names = "--truth", paramLabel = "FILE", description = "Write the true wiring into this CSV.")
    private @Nullable Path truth;

    @Override
    void send(FeedRun run) throws IOException, InterruptedException {
        if (tissue.isWanted()) {
            feed().refuseResume("simulated tissue");
            new TissueRun(tissue.plan(simulation), feed(), cluster(), console().out(), System.err).run(run, truth);
        } else {
            send(new Simulator(poisson.settings(simulation)), run);
        }
    }

    private void send(Simulator simulator, FeedRun run) throws IOException, InterruptedException {
        if (truth != null) {
            OutputFile.write("--truth", truth, file -> {
                simulator.wiring().write(file);
                return file;
            });
        }
        run.run(Feed.Heartbeats.IN_ORDER, -1, (sink, feed, windowMicros) -> {
            feed.run(simulator);
            Replay.close(sink, feed, windowMicros);
        });
    }
}
