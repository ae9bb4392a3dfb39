package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.produce.SpikeSink;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import dev.hebb.simulate.Simulator;
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
    /** As the launcher has it. */
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private static final long WINDOW_MICROS = 10_000_000;
    private static final long HOUR_MICROS = 3_600_000_000L;
    /**
     * How far the spikes may be ahead of the windows that are seen to be closed, in event time, so that Kafka's disk
     * does not fill. Spikes need a few commits until then, so that much less would set the pace.
     */
    private static final long AHEAD_MICROS = HOUR_MICROS / 3;

    private static final long FIGURES_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final String NETWORK = "soak";

    @Test
    void everySpikeIsCountedOnce(@TempDir Path directory) throws Exception {
        Path ofApp = directory.resolve("app");
        try (Cluster cluster = Cluster.start(directory.resolve("cluster"))) {
            Connection connection = provisioned(cluster);
            Map<String, String> settings = Map.of("shards", Integer.toString(SHARDS));
            try (Admin admin = cluster.admin();
                    AppProcess app = new AppProcess(connection, settings, ofApp, "-Xmx1g")
                            .withJvm(OPTIMISED)
                            .withEnvironment(ENVIRONMENT);
                    SpikeProducer producer = new SpikeProducer(connection);
                    Simulator simulator = new Simulator(network());
                    SoakWindows windows = new SoakWindows(connection, SHARDS)) {
                app.start();
                Feed feed = new Feed(new Held(producer.to(NETWORK), windows), Feed.Options.MAX_SPEED);
                Background.during(() -> send(feed, simulator, producer), () -> {
                    SoakFigures figures = new SoakFigures(CSV, app, ofApp.resolve("state"), admin);
                    disturb(cluster, app, windows, figures);
                    feed.stop();
                });
                long last = Math.floorDiv(feed.report().lastMicros(), WINDOW_MICROS);
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

    private static Connection provisioned(Cluster cluster) throws Exception {
        Connection connection = cluster.connection("soak.");
        try (Admin admin = cluster.admin()) {
            new TopicProvisioner(admin).provision(TopicPlan.all(connection.topics(), TopicPlan.DEFAULT_PARTITIONS));
        }
        return connection;
    }

    private static SimulationSettings network() {
        return SimulationSettings.independent(NEURONS, RATE_HZ, SimulationSettings.ENDLESS, 7)
                .with(new SynapsePlan(NEURONS / 2, 0.6, 1_000, 5_000, 0));
    }

    /** Until the feed is stopped; then closes the last window. */
    private static boolean send(Feed feed, Simulator simulator, SpikeProducer producer) throws Exception {
        feed.run(simulator);
        feed.heartbeat(feed.report().lastMicros() + WINDOW_MICROS);
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
        while (System.nanoTime() < end && closed + 1 < EVENT_HOURS * (HOUR_MICROS / WINDOW_MICROS)) {
            Thread.sleep(TimeUnit.NANOSECONDS.toMillis(FIGURES_NANOS));
            requireRunning(app, windows);
            if (windows.closed() > closed) {
                closed = windows.closed();
                progressed = System.nanoTime();
            }
            assertThat(System.nanoTime() - progressed)
                    .as("nanoseconds without a closed window; the app says: %s", app.tail())
                    .isLessThan(TIMEOUT.toNanos());
            figures.note((closed + 1) * WINDOW_MICROS, windows.spikes(), kills);
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

    /** Spikes that wait where the app is too far behind. */
    private record Held(SpikeSink sink, SoakWindows windows) implements SpikeSink {
        @Override
        public void batch(long originMicros, SpikeBlock spikes) {
            try {
                while (originMicros > (windows.closed() + 1) * WINDOW_MICROS + AHEAD_MICROS) {
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while the app was behind", e);
            }
            sink.batch(originMicros, spikes);
        }

        @Override
        public void heartbeat(long originMicros) {
            sink.heartbeat(originMicros);
        }

        @Override
        public void gap(long fromMicros, long toMicros) {
            sink.gap(fromMicros, toMicros);
        }

        @Override
        public void flush() {
            sink.flush();
        }
    }
}
