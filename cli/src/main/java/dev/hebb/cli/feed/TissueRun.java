package dev.hebb.cli.feed;

import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.OutputFile;
import dev.hebb.client.Connection;
import dev.hebb.loop.CommandSource;
import dev.hebb.loop.OpenLoop;
import dev.hebb.loop.Plasticity;
import dev.hebb.loop.TissueLoop;
import dev.hebb.loop.kafka.ControlTopic;
import dev.hebb.loop.kafka.KafkaPlasticity;
import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeSink;
import dev.hebb.produce.WallClock;
import dev.hebb.replay.Replay;
import dev.hebb.tissue.Tissue;
import dev.hebb.tissue.TissueArea;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Simulates tissue, sends its spikes, and applies Hebb's answers and commands to it. */
final class TissueRun {
    /** Window of a run without a pipeline: no window is closed, so the length has no effect. */
    private static final long OPEN_LOOP_WINDOW_MICROS = 1_000_000;

    private final TissuePlan plan;
    private final FeedOptions options;
    private final ConnectionOptions cluster;
    private final PrintWriter out;
    private final PrintStream notes;

    TissueRun(TissuePlan plan, FeedOptions options, ConnectionOptions cluster, PrintWriter out, PrintStream notes) {
        this.plan = plan;
        this.options = options;
        this.cluster = cluster;
        this.out = out;
        this.notes = notes;
    }

    /**
     * Runs to the end.
     *
     * @param spikes sends the tissue's spikes
     * @param wiring where to write the tissue's synapses as they are at first, if anywhere
     */
    void run(FeedRun spikes, @Nullable Path wiring) throws IOException, InterruptedException {
        Tissue tissue = new Tissue(plan.settings());
        if (wiring != null) {
            OutputFile.write("--truth", wiring, file -> {
                TissueSynapseCsv.write(tissue, file);
                return file;
            });
        }
        spikes.run(Feed.Heartbeats.IN_ORDER, -1, (sink, feed, windowMicros) -> {
            if (options.out() != null) {
                TissueLoop loop = live(tissue, new OpenLoop(feed), CommandSource.NONE, feed, OPEN_LOOP_WINDOW_MICROS);
                sink.flush();
                summarize(tissue, loop, new PrintWriter(notes, true, StandardCharsets.UTF_8));
            } else {
                couple(tissue, sink, feed, WindowLength.micros(options.windowMicros(), cluster));
                Replay.close(sink, feed, windowMicros);
            }
        });
    }

    private void couple(Tissue tissue, SpikeSink sink, Feed feed, long windowMicros)
            throws IOException, InterruptedException {
        TissueLoop loop;
        if (plan.openLoop()) {
            loop = live(tissue, new OpenLoop(feed), CommandSource.NONE, feed, windowMicros);
        } else {
            for (TissueArea area : plan.settings().areas()) {
                sink.defineArea(
                        area.name(), area.neurons(), plan.settings().clock().startMicros());
            }
            sink.flush();
            Connection connection = cluster.connection();
            String network = options.network();
            try (var commands = new ControlTopic(connection, network);
                    var hebb = new KafkaPlasticity(connection, network, feed, windowMicros, plan.timeout())) {
                loop = live(tissue, hebb, commands, feed, windowMicros);
            }
        }
        summarize(tissue, loop, out);
    }

    private void summarize(Tissue tissue, TissueLoop loop, PrintWriter to) {
        boolean listens = options.out() == null && !plan.openLoop();
        new TissueSummary(options.out() == null ? options.network() : "tissue", tissue, loop, listens).print(to);
    }

    private TissueLoop live(Tissue tissue, Plasticity plasticity, CommandSource commands, Feed feed, long windowMicros)
            throws IOException, InterruptedException {
        Feed.Options how = options.feed(Feed.Heartbeats.IN_ORDER);
        TissueLoop.Pace pace =
                new TissueLoop.Pace(windowMicros, plan.feedbackWindows(), how.batchMicros(), how.speed());
        TissueLoop loop = new TissueLoop(
                tissue, plasticity, commands, pace, WallClock.system(), note -> notes.println("tissue: " + note));
        loop.run(plan.untilMicros(), feed::isStopped);
        return loop;
    }
}
