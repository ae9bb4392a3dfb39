package dev.hebb.cli.demo;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.LivePage;
import dev.hebb.cli.support.LocalAppLaunch;
import dev.hebb.client.Connection;
import dev.hebb.produce.Feed;
import dev.hebb.produce.FeedListener;
import dev.hebb.produce.FeedReport;
import dev.hebb.produce.Speed;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.produce.SpikeSink;
import dev.hebb.produce.WallClock;
import dev.hebb.produce.WindowWait;
import dev.hebb.replay.Replay;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.Simulator;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.TemporaryStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A demonstration from the start of its stack to the summary. */
final class DemoRun {
    private static final String NETWORK = "demo";
    private static final long WINDOW_MICROS = 10_000_000;
    private static final long BATCH_MICROS = 100_000;
    private static final Duration LAST_WINDOW_WITHIN = Duration.ofMinutes(2);

    private final SimulationSettings settings;
    private final Duration watched;
    private final PrintWriter out;
    private final DemoScreen screen;
    private final Simulator simulator;
    private final DemoCounts counts = new DemoCounts();

    DemoRun(long seed, Duration watched, PrintWriter out, DemoScreen screen) {
        this.settings = DemoNetwork.of(seed);
        this.watched = watched;
        this.out = out;
        this.screen = screen;
        this.simulator = new Simulator(settings);
    }

    /** @param open whether to open the live page */
    void run(boolean open) throws IOException, InterruptedException {
        say("Starting Kafka, a schema registry and the app, for this demonstration only …");
        try (TemporaryStack temporary = TemporaryStack.start(stack -> LocalAppLaunch.of(stack, DemoNetwork.STAGES))) {
            LocalStack stack = temporary.stack();
            new DemoIntroduction(settings, watched, stack).print(out);
            if (open) {
                new LivePage(stack.app()).open(out);
            }
            watch(stack.connection());
            say("Stopping …");
        }
    }

    private void watch(Connection connection) throws InterruptedException {
        ExecutorService feeding = Executors.newSingleThreadExecutor();
        try (DemoReader reader = DemoReader.start(connection, counts)) {
            Future<FeedReport> feed = feeding.submit(() -> feed(connection));
            FeedReport sent = showUntilDone(feed, reader);
            boolean closed =
                    new WindowWait(connection, NETWORK, sent.lastMicros()).await(LAST_WINDOW_WITHIN, end -> show());
            if (!closed) {
                throw new CliException("the last window was not closed in time, because this machine is too slow; give"
                        + " more time, for instance --for 5m");
            }
            reader.awaitQuiet();
            screen.finish(counts.status(), settings.durationMicros());
            new DemoSummary(counts, simulator.wiring(), settings, watched).print(out);
        } finally {
            feeding.shutdownNow();
        }
    }

    private FeedReport feed(Connection connection) throws InterruptedException, IOException {
        double factor = settings.durationMicros() / (watched.toNanos() / 1e3);
        Feed.Options options =
                new Feed.Options(new Speed(factor), BATCH_MICROS, Feed.Heartbeats.IN_ORDER, Duration.ofSeconds(1));
        try (SpikeProducer producer = new SpikeProducer(connection)) {
            SpikeSink sink = producer.to(NETWORK);
            Feed feed = new Feed(sink, options, WallClock.system(), FeedListener.NONE);
            feed.run(simulator);
            Replay.close(sink, feed, WINDOW_MICROS);
            return feed.report();
        }
    }

    private FeedReport showUntilDone(Future<FeedReport> feed, DemoReader reader) throws InterruptedException {
        while (true) {
            try {
                return feed.get(screen.intervalMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillRunning) {
                reader.failIfBroken();
                show();
            } catch (ExecutionException e) {
                throw new CliException("the simulated network could not be sent: " + e.getCause(), e);
            }
        }
    }

    private void show() {
        screen.show(counts.status(), settings.durationMicros());
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
