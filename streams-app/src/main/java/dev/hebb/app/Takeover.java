package dev.hebb.app;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs {@link DeadTransactions} in a thread of its own while the group is rebalanced, as it is after an instance has
 * died.
 */
final class Takeover implements KafkaStreams.StateListener, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Takeover.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final DeadTransactions transactions;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "takeover"));
    private volatile boolean balancing;

    Takeover(DeadTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        balancing = now == KafkaStreams.State.REBALANCING;
        if (balancing) {
            executor.execute(this::look);
        }
    }

    private void look() {
        try {
            while (balancing) {
                transactions.abortOthers();
                Thread.sleep(INTERVAL.toMillis());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (KafkaException | IllegalStateException e) {
            LOGGER.warn("cannot look for what a dead instance may have left open; the broker aborts it later", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
