package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import dev.hebb.client.TopicReader;
import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.produce.SpikeSink;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.serde.RecordDecoder;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import dev.hebb.simulate.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final int KILL_SECONDS = Integer.getInteger("hebb.soak.kill-seconds", 180);
    private static final int NEURONS = Integer.getInteger("hebb.soak.neurons", 1_000);
    private static final Path CSV = Path.of(System.getProperty("hebb.soak.csv", "target/soak.csv"));
    private static final double RATE_HZ = Double.parseDouble(System.getProperty("hebb.soak.rate-hz", "5"));
    private static final int SHARDS = 4;
    /** Tests start the app with the quick compiler alone; here it lives for hours. */
    private static final String OPTIMISED = "-XX:TieredStopAtLevel=4";

    private static final long WINDOW_MICROS = 10_000_000;
    /** How far the spikes may be ahead of the app, in event time: the recording waits, Kafka's disk does not fill. */
    private static final long AHEAD_MICROS = 12 * WINDOW_MICROS;

    private static final long FIGURES_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final String NETWORK = "soak";

    private final Map<Integer, AtomicLong> closedWindows = new ConcurrentHashMap<>();
    private final Set<String> seenTwice = ConcurrentHashMap.newKeySet();
    private final AtomicLong counted = new AtomicLong();
    private volatile boolean over;

    @Test
    void everySpikeIsCountedOnce(@TempDir Path directory) throws Exception {
        Path ofApp = directory.resolve("app");
        try (Cluster cluster = Cluster.start(directory.resolve("cluster"))) {
            Connection connection = provisioned(cluster);
            Map<String, String> settings = Map.of("shards", Integer.toString(SHARDS));
            try (Admin admin = cluster.admin();
                    AppProcess app = new AppProcess(connection, settings, ofApp, "-Xmx1g").withJvm(OPTIMISED);
                    SpikeProducer producer = new SpikeProducer(connection);
                    Simulator simulator = new Simulator(network())) {
                app.start();
                Thread reader = new Thread(() -> read(connection), "soak-windows");
                reader.start();
                Feed feed = new Feed(new Held(producer.to(NETWORK)), Feed.Options.MAX_SPEED);
                Background.during(() -> send(feed, simulator, producer), () -> {
                    try {
                        disturb(cluster, app, admin, ofApp.resolve("state"));
                    } finally {
                        feed.stop();
                    }
                });
                long last = Math.floorDiv(feed.report().lastMicros(), WINDOW_MICROS);
                Awaitility.await().atMost(TIMEOUT).until(() -> closed() >= last);
                over = true;
                reader.join();
                assertThat(seenTwice).isEmpty();
                assertThat(counted.get()).isEqualTo(feed.report().spikes());
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

    private void disturb(Cluster cluster, AppProcess app, Admin admin, Path state) throws Exception {
        SoakFigures figures = new SoakFigures(CSV);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        long nextKill = System.nanoTime() + TimeUnit.SECONDS.toNanos(KILL_SECONDS);
        int kills = 0;
        while (System.nanoTime() < end) {
            Thread.sleep(TimeUnit.NANOSECONDS.toMillis(FIGURES_NANOS));
            if (System.nanoTime() > nextKill) {
                kill(kills++, cluster, app);
                nextKill = System.nanoTime() + TimeUnit.SECONDS.toNanos(KILL_SECONDS);
            }
            figures.note((closed() + 1) * WINDOW_MICROS, counted.get(), kills, app, state, admin);
        }
    }

    /** In turns the app, a broker, the app, the broker that is the active controller. */
    private static void kill(int kill, Cluster cluster, AppProcess app) throws Exception {
        if (kill % 2 == 0) {
            app.kill();
            app.start();
        } else {
            int broker = kill % 4 == 1 ? cluster.followers().get(0) : cluster.controller();
            cluster.kill(broker);
            cluster.bringBack(broker);
        }
    }

    /** The last window that every shard has closed; -1 before the first. */
    private long closed() {
        return closedWindows.size() < SHARDS
                ? -1
                : closedWindows.values().stream()
                        .mapToLong(AtomicLong::get)
                        .min()
                        .orElse(-1);
    }

    private void read(Connection connection) {
        RecordDecoder<NetworkWindow> decoder =
                new RecordDecoder<>(connection.registry(), NetworkWindow.getClassSchema());
        try (TopicReader<String> windows = TopicReader.open(
                connection, TopicReader.Start.BEGINNING, connection.topics().networkWindows())) {
            while (!over) {
                windows.poll(Duration.ofMillis(200), decoder.values(this::see));
            }
        }
    }

    /** Windows of a shard are in order, so one that is not beyond the last was closed twice. */
    private void see(NetworkWindow window) {
        AtomicLong last = closedWindows.computeIfAbsent(window.getShard(), shard -> new AtomicLong(-1));
        if (window.getWindow() <= last.get()) {
            seenTwice.add("shard " + window.getShard() + ", window " + window.getWindow());
        }
        if (window.getShard() == 0) {
            counted.addAndGet(window.getNetworkSpikes());
        }
        last.set(window.getWindow());
    }

    /** Spikes that wait where the app is too far behind. */
    private final class Held implements SpikeSink {
        private final SpikeSink sink;

        Held(SpikeSink sink) {
            this.sink = sink;
        }

        @Override
        public void batch(long originMicros, SpikeBlock spikes) {
            try {
                while (!over && originMicros > (closed() + 1) * WINDOW_MICROS + AHEAD_MICROS) {
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
