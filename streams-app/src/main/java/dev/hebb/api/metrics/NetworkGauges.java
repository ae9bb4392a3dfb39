package dev.hebb.api.metrics;

import dev.hebb.processor.PipelineMetrics.Framed;
import dev.hebb.schema.NetworkWindow;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.processor.TaskId;

/**
 * The last values that the tasks of this instance reported of one network. Written by stream threads, read by scrapes.
 */
final class NetworkGauges {
    private static final double MICROS_A_SECOND = 1e6;

    private final Map<TaskId, Framed> framings = new ConcurrentHashMap<>();
    private final Map<TaskId, NetworkWindow> shards = new ConcurrentHashMap<>();

    void framed(TaskId task, Framed framed) {
        framings.put(task, framed);
    }

    void windowClosed(TaskId task, NetworkWindow totals) {
        shards.put(task, totals);
    }

    void closed(TaskId task) {
        framings.remove(task);
        shards.remove(task);
    }

    boolean isEmpty() {
        return framings.isEmpty() && shards.isEmpty();
    }

    /** Returns the watermark in seconds; NaN where no task of this instance frames the network. */
    double watermarkSeconds() {
        return framings.values().stream()
                .mapToDouble(framed -> framed.watermarkMicros() / MICROS_A_SECOND)
                .min()
                .orElse(Double.NaN);
    }

    /**
     * Returns the time from the watermark to the newest spike, in seconds; NaN where no task of this instance frames
     * the network.
     */
    double watermarkLagSeconds() {
        return framings.values().stream()
                .mapToDouble(framed -> (framed.newestMicros() - framed.watermarkMicros()) / MICROS_A_SECOND)
                .max()
                .orElse(Double.NaN);
    }

    /**
     * Returns the time in seconds until which every shard of this instance has closed its windows; NaN where there is
     * none.
     */
    double closedUntilSeconds() {
        return shards.values().stream()
                .mapToDouble(totals -> totals.getEnd() / MICROS_A_SECOND)
                .min()
                .orElse(Double.NaN);
    }

    /** Sum over the shards of this instance. */
    double sum(ToLongFunction<NetworkWindow> what) {
        return shards.values().stream().mapToLong(what).sum();
    }
}
