package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicPlan;
import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.simulate.Simulator;
import dev.hebb.stack.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large network on three brokers, as fast as the app learns, with a kill of app or broker every few minutes: each
 * window is closed once by each shard, and every spike that was sent is in one. Memory and disk go to a CSV file. Not
 * in the build; {@code ./hebb-soak} runs it.
 */
class LongSoak {
    private static final int MINUTES = Integer.getInteger("hebb.soak.minutes", 60);
    private static final int EVENT_HOURS = Integer.getInteger("hebb.soak.event-hours", Integer.MAX_VALUE);
    private static final int KILL_SECONDS = Integer.getInteger("hebb.soak.kill-seconds", 180);
    private static final int APP_EVERY = Integer.getInteger("hebb.soak.app-every", 4);
    private static final int NEURONS = Integer.getInteger("hebb.soak.neurons", 1_000);
    private static final int SHARDS = Integer.getInteger("hebb.soak.shards", 4);
    private static final Path CSV = Path.of(System.getProperty("hebb.soak.csv", "target/soak.csv"));
    private static final double RATE_HZ = Double.parseDouble(System.getProperty("hebb.soak.rate-hz", "5"));
    /** Tests start the app with the quick compiler alone; here it lives for hours. */
    private static final String OPTIMISED = "-XX:TieredStopAtLevel=4";

    private static final long AHEAD_MICROS = SoakNetwork.HOUR_MICROS / 3;
    private static final long FIGURES_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @Test
    void everySpikeIsCountedOnce(@TempDir Path directory) throws Exception {
        Path ofApp = directory.resolve("app");
        try (Cluster cluster = Cluster.start(directory.resolve("cluster"))) {
            Connection connection = Topics.provisioned(cluster.connection("soak."), TopicPlan.DEFAULT_PARTITIONS);
            int port = FreePorts.of(1).get(0);
            Map<String, String> settings =
                    Map.of("shards", Integer.toString(SHARDS), "http.port", Integer.toString(port));
            try (Admin admin = cluster.admin();
                    AppProcess app = new AppProcess(connection, settings, ofApp, "-Xmx1g")
                            .withJvm(OPTIMISED)
                            .withEnvironment(SoakNetwork.ENVIRONMENT);
                    SpikeProducer producer = new SpikeProducer(connection);
                    Simulator simulator = new Simulator(SoakNetwork.of(NEURONS, RATE_HZ));
                    SoakWindows windows = new SoakWindows(connection, SHARDS)) {
                app.start();
                Feed feed = new Feed(
                        new SoakNetwork.Held(producer.to(SoakNetwork.NAME), windows, AHEAD_MICROS),
                        Feed.Options.MAX_SPEED);
                Background.during(() -> send(feed, simulator, producer), () -> {
                    SoakFigures figures =
                            new SoakFigures(CSV, "kills", new AppMemory(app, port), ofApp.resolve("state"), admin);
                    disturb(cluster, app, windows, figures);
                    feed.stop();
                });
                long last = Math.floorDiv(feed.report().lastMicros(), SoakNetwork.WINDOW_MICROS);
                Awaitility.await()
                        .atMost(TIMEOUT)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> {
                            requireRunning(app, windows);
                            return windows.closed() >= last;
                        });
                windows.requireSound();
                assertThat(windows.spikes()).isEqualTo(feed.report().spikes());
            }
        }
    }

    /** Until the feed is stopped; then closes the last window. */
    private static boolean send(Feed feed, Simulator simulator, SpikeProducer producer) throws Exception {
        feed.run(simulator);
        feed.heartbeat(feed.report().lastMicros() + SoakNetwork.WINDOW_MICROS);
        producer.flush();
        return true;
    }

    private static void disturb(Cluster cluster, AppProcess app, SoakWindows windows, SoakFigures figures)
            throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        long nextKill = System.nanoTime() + TimeUnit.SECONDS.toNanos(KILL_SECONDS);
        long progressed = System.nanoTime();
        long closed = windows.closed();
        int kills = 0;
        while (System.nanoTime() < end
                && closed + 1 < EVENT_HOURS * (SoakNetwork.HOUR_MICROS / SoakNetwork.WINDOW_MICROS)) {
            Thread.sleep(TimeUnit.NANOSECONDS.toMillis(FIGURES_NANOS));
            requireRunning(app, windows);
            if (windows.closed() > closed) {
                closed = windows.closed();
                progressed = System.nanoTime();
            }
            assertThat(System.nanoTime() - progressed)
                    .as("nanoseconds without a closed window; the app says: %s", app.tail())
                    .isLessThan(TIMEOUT.toNanos());
            figures.note(windows, kills);
            if (System.nanoTime() > nextKill) {
                kill(kills++, cluster, app);
                nextKill = System.nanoTime() + TimeUnit.SECONDS.toNanos(KILL_SECONDS);
            }
        }
    }

    /** An hour should not be lost on a run that has failed. */
    private static void requireRunning(AppProcess app, SoakWindows windows) throws Exception {
        assertThat(app.hasEnded()).as("the app has ended: %s", app.tail()).isFalse();
        windows.requireSound();
    }

    /** Every few times the app, else in turns a broker and the broker that is the active controller. */
    private static void kill(int kill, Cluster cluster, AppProcess app) throws Exception {
        if (kill % APP_EVERY == 0) {
            app.kill();
            app.start();
        } else {
            int broker = kill % 2 == 1 ? cluster.followers().get(0) : cluster.controller();
            cluster.kill(broker);
            cluster.bringBack(broker);
        }
    }
}
