package dev.hebb.processor;

import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import org.apache.kafka.streams.processor.TaskId;

/**
 * Metrics of the pipeline while it runs. Called by processors once a frame, a closed window, a rejected record
 * or a pruning, never once a spike or a spike pair. Called by several stream threads at once; must not block or throw.
 *
 * <p>Numbers are of what was processed here, since this process started: after a crash, records are processed again and
 * counted again. What is exact is on the topics.
 */
public interface PipelineMetrics {
    /** The reason of records that were deleted before they were read; no header has it. */
    String DELETED = "DELETED";

    /** Ignores everything. */
    PipelineMetrics NONE = new PipelineMetrics() {
        @Override
        public void framed(TaskId task, String network, Framed framed) {}

        @Override
        public void rejected(String reason, long spikes) {}

        @Override
        public void windowClosed(TaskId task, NetworkWindow totals) {}

        @Override
        public void pruned(PruningEvent event) {}

        @Override
        public void forgotten(String network) {}

        @Override
        public void closed(TaskId task) {}
    };

    /**
     * Counts of what one call of the framing let through.
     *
     * @param spikes spikes released, in order, to the shards
     * @param duplicates exact duplicates dropped
     * @param newestMicros largest event time seen of the network, in microseconds
     * @param watermarkMicros the network's watermark, in microseconds
     */
    record Framed(int spikes, int duplicates, long newestMicros, long watermarkMicros) {}

    /** The framing took in a record of the network, and perhaps released spikes. */
    void framed(TaskId task, String network, Framed framed);

    /**
     * Something was refused.
     *
     * @param reason as in the header of the record on {@code rejected-spikes}, or {@link #DELETED}; one of a few
     * @param spikes how many spikes went with it; 1 for a record that cannot be read
     */
    void rejected(String reason, long spikes);

    /** A shard closed a window; the same totals as on {@code network-windows}. */
    void windowClosed(TaskId task, NetworkWindow totals);

    /** A synapse or a neuron was pruned; the same event as on {@code pruning-events}. */
    void pruned(PruningEvent event);

    /** Reports that a network was forgotten: it has no metrics any more. */
    void forgotten(String network);

    /** Reports that another instance has the task now: the metrics of its networks no longer hold here. */
    void closed(TaskId task);
}
