package dev.hebb.page.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.hebb.page.log.SynapseChanges;
import io.javalin.http.sse.SseClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that are open, one thread each, so that a page that reads slowly waits alone. */
public final class LivePages implements AutoCloseable {
    /** Pages that may be open at once. */
    public static final int MOST = 32;

    private static final Logger LOGGER = LoggerFactory.getLogger(LivePages.class);
    private static final long IDLE_SECONDS = 10;
    private static final long END_SECONDS = 5;

    private final PageTopics topics;
    private final ObjectMapper json;
    private final Supplier<?> health;
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "page-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    /** @param health the health of this instance, in any form that is written as JSON */
    public LivePages(PageTopics topics, ObjectMapper json, Supplier<?> health) {
        this.topics = topics;
        this.json = json.copy().disable(SerializationFeature.INDENT_OUTPUT);
        this.health = health;
    }

    /** Sends frames until the page goes away; tells it if there are too many. */
    public void open(SseClient client, String network) {
        PageTopics.Lease lease = topics.open();
        client.keepAlive();
        client.onClose(() -> topics.close(lease));
        try {
            threads.execute(new PageStream(client, network, lease::logs, json.writer(), health));
        } catch (RejectedExecutionException tooMany) {
            client.sendEvent("refused", MOST + " pages are open already; close one");
            client.close();
        }
    }

    /** Returns every change of a network's synapses that was read. */
    public SynapseChanges changes(String network) {
        PageTopics.Lease lease = topics.open();
        try {
            return lease.logs().of(network).changes();
        } finally {
            topics.close(lease);
        }
    }

    /** Ends the streams of all pages before the server that they belong to stops. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.warn("streams of pages have not ended within {} s", END_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        topics.close();
    }
}
