package dev.hebb.cli.demo;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.cli.topic.StopSignal;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader.Start;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Follows the three topics of a network's outputs, each on its own thread. */
final class DemoReader implements AutoCloseable {
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final StopSignal stop = StopSignal.byHand();
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final List<Future<?>> readers = new ArrayList<>();
    private final AtomicLong lastReadNanos = new AtomicLong(System.nanoTime());

    private DemoReader() {}

    static DemoReader start(Connection connection, DemoCounts counts) {
        DemoReader reader = new DemoReader();
        reader.follow(
                connection,
                connection.topics().networkWindows(),
                NetworkWindow.getClassSchema(),
                (NetworkWindow window) -> counts.add(window));
        reader.follow(
                connection,
                connection.topics().synapseEvents(),
                SynapseEvent.getClassSchema(),
                (SynapseEvent event) -> counts.add(event));
        reader.follow(
                connection,
                connection.topics().pruningEvents(),
                PruningEvent.getClassSchema(),
                (PruningEvent event) -> counts.add(event));
        return reader;
    }

    private <T> void follow(Connection connection, String topic, Schema schema, Consumer<T> consumer) {
        CommittedTopic.Reader<T> reader = (String key, @Nullable T value) -> {
            if (value != null) {
                consumer.accept(value);
                lastReadNanos.set(System.nanoTime());
            }
        };
        readers.add(threads.submit(
                () -> new CommittedTopic<T>(connection, topic, schema).follow(Start.BEGINNING, reader, stop)));
    }

    /** Fails if one of the topics can no longer be read. */
    void failIfBroken() throws InterruptedException {
        for (Future<?> reader : readers) {
            if (reader.isDone()) {
                try {
                    reader.get();
                } catch (ExecutionException e) {
                    throw new CliException("the results cannot be followed: " + e.getCause(), e);
                }
            }
        }
    }

    /** Waits until nothing has come for a while: all three topics are read to their ends. */
    void awaitQuiet() throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - Math.max(begin, lastReadNanos.get()) < QUIET_NANOS) {
            failIfBroken();
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        stop.raise();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
