package dev.hebb.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks, every two seconds, for faults that only a restart or an operator can fix. */
final class HealthMonitor implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(HealthMonitor.class);
    private static final long INTERVAL_SECONDS = 2;
    private static final long UNKNOWN = -1;

    private final StateDisk disk;
    private final ThreadReplacement threads;
    private final RestoreProgress progress = new RestoreProgress();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "health-monitor");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<String> faults = List.of();

    HealthMonitor(StateDisk disk, ThreadReplacement threads) {
        this.disk = disk;
        this.threads = threads;
    }

    void watch(KafkaStreams streams) {
        watch(() -> look(streams), Duration.ofSeconds(INTERVAL_SECONDS));
    }

    /** Returns the faults of this instance; empty if it is healthy. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        threads.fault().ifPresent(all::add);
        return all;
    }

    /** One look that fails says nothing of the next: without a catch here, it would be the last. */
    void watch(Supplier<List<String>> look, Duration interval) {
        Runnable again = () -> {
            try {
                faults = look.get();
            } catch (RuntimeException e) {
                LOGGER.warn("cannot look at this instance's health; will try again in {} s", interval.toSeconds(), e);
            }
        };
        var unused =
                watch.scheduleWithFixedDelay(again, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private List<String> look(KafkaStreams streams) {
        List<String> found = new ArrayList<>();
        disk.shortage().ifPresent(found::add);
        KafkaStreams.State state = streams.state();
        progress.look(state, state == KafkaStreams.State.REBALANCING ? toRestore(streams) : UNKNOWN, System.nanoTime())
                .ifPresent(found::add);
        return List.copyOf(found);
    }

    /** The broker is asked for the ends of the changelogs; while it is away, nothing can be said. */
    private static long toRestore(KafkaStreams streams) {
        try {
            return streams.allLocalStorePartitionLags().values().stream()
                    .flatMap(lags -> lags.values().stream())
                    .mapToLong(LagInfo::offsetLag)
                    .sum();
        } catch (StreamsException | IllegalStateException e) {
            return UNKNOWN;
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
