package dev.hebb.e2e;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.produce.Feed;
import dev.hebb.produce.Speed;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.serde.RecordDecoder;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import dev.hebb.simulate.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** A network that fires in real time, and when its windows became visible. */
final class LiveWindows implements AutoCloseable {
    private static final String NETWORK = "live";
    private static final long WINDOW_MICROS = 1_000_000;
    private static final long LONG_ENOUGH_MICROS = 3_600_000_000L;

    private final Connection connection;
    private final Thread producer = new Thread(this::produce, "live-network");
    private final Thread reader = new Thread(this::read, "live-windows");
    /** Times at which windows became visible, by shard and window, in nanoseconds of this process. */
    private final Map<Integer, ConcurrentSkipListMap<Long, Long>> visible = new ConcurrentHashMap<>();

    private final int shards;
    private volatile long begunNanos;
    private volatile boolean closed;

    LiveWindows(Connection connection, int shards) {
        this.connection = connection;
        this.shards = shards;
        producer.setDaemon(true);
        reader.setDaemon(true);
        reader.start();
        producer.start();
    }

    /**
     * Waits until every shard has closed a window that ended after a time; returns when the last of them became
     * visible.
     */
    long awaitAfter(long nanos, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Long> closed = closedAfter(nanos);
            if (closed.isPresent()) {
                return closed.get();
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("no windows were closed within " + atMost);
    }

    private Optional<Long> closedAfter(long nanos) {
        long window = Math.floorDiv((nanos - begunNanos) / 1_000, WINDOW_MICROS);
        List<Map.Entry<Long, Long>> firsts = visible.values().stream()
                .flatMap(windows -> Stream.ofNullable(windows.ceilingEntry(window)))
                .toList();
        return firsts.size() < shards
                ? Optional.empty()
                : firsts.stream().map(Map.Entry::getValue).max(Long::compare);
    }

    private void produce() {
        SimulationSettings network = SimulationSettings.independent(100, 5, LONG_ENOUGH_MICROS, 7)
                .with(new SynapsePlan(100, 0.6, 1_000, 5_000, 0));
        begunNanos = System.nanoTime();
        try (SpikeProducer spikes = new SpikeProducer(connection);
                Simulator simulator = new Simulator(network)) {
            new Feed(
                            spikes.to(NETWORK),
                            new Feed.Options(new Speed(1), 100_000, Feed.Heartbeats.IN_ORDER, Duration.ofSeconds(1)))
                    .run(simulator);
        } catch (Exception e) {
            if (!closed) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void read() {
        RecordDecoder<NetworkWindow> decoder =
                new RecordDecoder<>(connection.registry(), NetworkWindow.getClassSchema());
        try (TopicReader<String> windows = TopicReader.open(
                connection, TopicReader.Start.END, connection.topics().networkWindows())) {
            while (!closed) {
                windows.poll(Duration.ofMillis(100), decoder.values(window -> see(window)));
            }
        }
    }

    private void see(NetworkWindow window) {
        visible.computeIfAbsent(window.getShard(), shard -> new ConcurrentSkipListMap<>())
                .putIfAbsent(window.getWindow(), System.nanoTime());
    }

    @Override
    public void close() {
        closed = true;
        producer.interrupt();
        try {
            producer.join();
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
