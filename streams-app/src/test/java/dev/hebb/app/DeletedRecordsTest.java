package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.api.metrics.PrometheusMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With Kafka's own consumer in memory. */
class DeletedRecordsTest {
    private static final TopicPartition SPIKES = new TopicPartition("spikes", 0);
    private static final TopicPartition OTHER = new TopicPartition("frames", 0);

    private final PrometheusMetrics metrics = new PrometheusMetrics();
    private final DeletedRecords deleted = new DeletedRecords(Set.of("spikes"), metrics);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void assign() {
        consumer.assign(List.of(SPIKES, OTHER));
        consumer.updateBeginningOffsets(Map.of(SPIKES, 0L, OTHER, 0L));
    }

    @Test
    void countsWhatWasDeletedWhileItWasBehind() {
        // Given
        read(SPIKES, 0);
        read(SPIKES, 1);

        // When
        consumer.updateBeginningOffsets(Map.of(SPIKES, 10L, OTHER, 10L));
        read(SPIKES, 12);
        read(SPIKES, 13);

        // Then: from 2 to 9; 10 and 11 are no records
        assertThat(metrics.totals().rejected()).isEqualTo(Map.of("DELETED", 8.0));
    }

    @Test
    void countsWhatWasDeletedWhileItWasDown() {
        // Given
        consumer.commitSync(Map.of(SPIKES, new OffsetAndMetadata(5)));
        consumer.updateBeginningOffsets(Map.of(SPIKES, 7L, OTHER, 0L));

        // When
        read(SPIKES, 7);

        // Then
        assertThat(metrics.totals().rejected()).isEqualTo(Map.of("DELETED", 2.0));
    }

    @Test
    void nothingIsMissedOfWhatIsNewOrReadByOthersOrNoRecord() {
        // Given a partition that was never read
        consumer.updateBeginningOffsets(Map.of(SPIKES, 7L, OTHER, 0L));
        read(SPIKES, 7);

        // When a transaction ended at 8, another instance read to 20, and a topic that gets no records has a gap
        read(SPIKES, 9);
        consumer.assign(List.of(OTHER));
        read(OTHER, 3);
        consumer.assign(List.of(SPIKES, OTHER));
        consumer.commitSync(Map.of(SPIKES, new OffsetAndMetadata(20)));
        consumer.updateBeginningOffsets(Map.of(SPIKES, 20L, OTHER, 9L));
        read(SPIKES, 20);
        read(OTHER, 9);

        // Then
        assertThat(metrics.totals().rejected()).isEmpty();
    }

    private void read(TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
        consumer.addRecord(
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], new byte[0]));
        deleted.look(consumer.poll(Duration.ofMillis(1)), consumer);
    }
}
