package dev.hebb.app;

import dev.hebb.processor.PipelineMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detector of records that were deleted before they were read, because retention is shorter than the app was behind.
 * Kafka's consumer continues at the oldest record that is left, and reports nothing that an operator would see. Belongs
 * to one consumer and its thread.
 */
final class DeletedRecords {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeletedRecords.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final Set<String> topics;
    private final PipelineMetrics metrics;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** @param topics to look at */
    DeletedRecords(Set<String> topics, PipelineMetrics metrics) {
        this.topics = topics;
        this.metrics = metrics;
    }

    /** Compares what was polled with what had to come next. */
    void look(ConsumerRecords<byte[], byte[]> polled, Consumer<byte[], byte[]> consumer) {
        // What another instance has read meanwhile is not missed.
        next.keySet().retainAll(consumer.assignment());
        for (TopicPartition partition : polled.partitions()) {
            if (topics.contains(partition.topic())) {
                long first = polled.records(partition).get(0).offset();
                try {
                    compare(partition, first, consumer);
                } catch (TimeoutException unanswered) {
                    LOGGER.warn("cannot find out whether records of {} were deleted unread", partition, unanswered);
                }
                OffsetAndMetadata behind = polled.nextOffsets().get(partition);
                next.put(partition, behind == null ? first + 1 : behind.offset());
            }
        }
    }

    private void compare(TopicPartition partition, long first, Consumer<byte[], byte[]> consumer) {
        Long due = next.containsKey(partition) ? next.get(partition) : committed(partition, consumer);
        if (due == null || first <= due) {
            return;
        }
        // Offsets may also be missing between records, where a transaction ended.
        long oldest =
                consumer.beginningOffsets(Set.of(partition), ANSWER_WITHIN).getOrDefault(partition, 0L);
        if (oldest > due) {
            LOGGER.error(
                    "{} records of {}, from offset {}, were deleted before they were read; give the topic a retention"
                            + " that is longer than the app is ever behind",
                    oldest - due,
                    partition,
                    due);
            metrics.rejected(PipelineMetrics.DELETED, oldest - due);
        }
    }

    /** Null of a partition that the application has never read. */
    private static @Nullable Long committed(TopicPartition partition, Consumer<byte[], byte[]> consumer) {
        OffsetAndMetadata committed =
                consumer.committed(Set.of(partition), ANSWER_WITHIN).get(partition);
        return committed == null ? null : committed.offset();
    }
}
