package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.serde.RecordDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The windows of one network that a soak has closed, as committed: of each shard each one once, in order. A thread of
 * its own reads them.
 */
final class SoakWindows implements AutoCloseable {
    private static final long NONE = -1;

    private final int shards;
    private final Map<Integer, Long> lastOfShard = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final AtomicLong spikes = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> reading;
    private volatile boolean over;

    /** Begins to read. */
    SoakWindows(Connection connection, int shards) {
        this.shards = shards;
        reading = thread.submit(() -> read(connection));
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

    private void see(NetworkWindow window) {
        long expected = lastOfShard.getOrDefault(window.getShard(), NONE) + 1;
        if (window.getWindow() != expected) {
            faults.add("shard " + window.getShard() + " closed window " + window.getWindow() + " and not " + expected);
        }
        if (window.getShard() == 0) {
            spikes.addAndGet(window.getNetworkSpikes());
        }
        lastOfShard.put(window.getShard(), window.getWindow());
    }

    /** The last window that every shard has closed; -1 before the first. */
    long closed() {
        return lastOfShard.size() < shards
                ? NONE
                : lastOfShard.values().stream().mapToLong(Long::longValue).min().orElse(NONE);
    }

    /** Spikes in closed windows. */
    long spikes() {
        return spikes.get();
    }

    /** Fails if a window came twice, or is missing, or if the windows cannot be read. */
    void requireSound() throws Exception {
        assertThat(faults).isEmpty();
        if (reading.isDone()) {
            reading.get();
        }
    }

    @Override
    public void close() {
        over = true;
        thread.shutdown();
    }
}
