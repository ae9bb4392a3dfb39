package dev.hebb.page.stream;

import dev.hebb.client.Connection;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One reader of the topics for all pages of this app, which reads only while a page is open, and a little longer, for a
 * page that is loaded again. Safe to use from any thread.
 */
public final class PageTopics implements AutoCloseable {
    private static final long KEEP_SECONDS = 30;

    private final Connection connection;
    private final SchemaRegistryClient registry;
    private final ScheduledExecutorService timer;
    private @Nullable Readers readers;
    private @Nullable ScheduledFuture<?> ending;
    private int pages;

    private record Readers(ResultsReader results, SpikesReader spikes) {}

    public PageTopics(Connection connection, SchemaRegistryClient registry) {
        this.connection = connection;
        this.registry = registry;
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "page-topics-timer");
            thread.setDaemon(true);
            return thread;
        });
        pool.setRemoveOnCancelPolicy(true);
        timer = pool;
    }

    /** A page opens; to be paired with {@link #close(Lease)}. */
    public synchronized Lease open() {
        pages++;
        if (ending != null) {
            ending.cancel(false);
            ending = null;
        }
        return new Lease(running().results);
    }

    /** A page was closed. */
    public synchronized void close(Lease lease) {
        if (lease.end() && --pages == 0) {
            ending = timer.schedule(this::stop, KEEP_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Returns the number of open pages. */
    public synchronized int pages() {
        return pages;
    }

    private Readers running() {
        if (readers == null) {
            ResultsReader results = new ResultsReader(connection, registry);
            readers = new Readers(results, new SpikesReader(connection, registry, results::logs));
            readers.results.start("page-results");
            readers.spikes.start("page-spikes");
        }
        return readers;
    }

    private synchronized void stop() {
        if (pages == 0 && readers != null) {
            readers.results.stop();
            readers.spikes.stop();
            readers = null;
        }
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
        pages = 0;
        stop();
    }

    /** An open page, for which the topics are read until it is closed. */
    public static final class Lease {
        private final ResultsReader results;
        private boolean ended;

        private Lease(ResultsReader results) {
            this.results = results;
        }

        /** Returns the logs as of now; others when the topics were opened again. */
        public NetworkLogs logs() {
            return results.logs();
        }

        private boolean end() {
            boolean first = !ended;
            ended = true;
            return first;
        }
    }
}
