package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks at an app that is overloaded: it goes on, each window is closed once, in order, and its memory does not grow
 * with what waits. Writes down what it sees.
 */
final class OverloadWatch {
    /** What it adds to {@link SoakFigures}. */
    static final String COLUMNS = "phase,sent,records_to_read";

    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(5);

    private final OverloadPlan plan;
    private final Admin admin;
    private final AppProcess app;
    private final AppMemory memory;
    private final SoakWindows windows;
    private final SoakFigures figures;
    private final AtomicLong sent = new AtomicLong();

    OverloadWatch(
            OverloadPlan plan,
            Admin admin,
            AppProcess app,
            AppMemory memory,
            SoakWindows windows,
            SoakFigures figures) {
        this.plan = plan;
        this.admin = admin;
        this.app = app;
        this.memory = memory;
        this.windows = windows;
        this.figures = figures;
    }

    SoakWindows windows() {
        return windows;
    }

    /** More spikes were sent. */
    void sent(int spikes) {
        sent.addAndGet(spikes);
    }

    long sent() {
        return sent.get();
    }

    /** Looks for a while. */
    void look(String phase, Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            Thread.sleep(Math.min(plan.everyLook().toMillis(), left / 1_000_000 + 1));
            look(phase);
        }
    }

    /** Looks until every shard has closed a window. */
    void untilClosed(String phase, long window) throws Exception {
        long closed = windows.closed();
        long progressed = System.nanoTime();
        while (closed < window) {
            look(phase, plan.everyLook());
            if (windows.closed() > closed) {
                closed = windows.closed();
                progressed = System.nanoTime();
            }
            assertThat(System.nanoTime() - progressed)
                    .as("nanoseconds without a closed window; the app says: %s", app.tail())
                    .isLessThan(WITHOUT_PROGRESS.toNanos());
        }
    }

    private void look(String phase) throws Exception {
        assertThat(app.hasEnded()).as("the app has ended: %s", app.tail()).isFalse();
        windows.requireSound();
        figures.note(windows, phase, sent(), recordsToRead());
        assertThat(memory.residentBytes()).as("memory of the app").isLessThan(plan.mostResidentBytes());
    }

    /** The lag of the app's group on all topics. */
    private long recordsToRead() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(plan.prefix() + "hebb")
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        read.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        long records = 0;
        for (var end : admin.listOffsets(latest).all().get().entrySet()) {
            OffsetAndMetadata at = read.get(end.getKey());
            records += end.getValue().offset() - (at == null ? 0 : at.offset());
        }
        return records;
    }
}
