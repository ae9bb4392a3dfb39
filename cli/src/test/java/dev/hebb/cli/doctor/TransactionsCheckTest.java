package dev.hebb.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.doctor.TransactionsCheck.OpenTransaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TransactionsCheckTest {
    private static final TopicPartition SPIKES = new TopicPartition("spikes", 0);
    private static final TopicPartition OFFSETS = new TopicPartition("__consumer_offsets", 1);

    @Test
    void findsPartitionsThatTheCoordinatorDoesNotCountIn() {
        // Given
        OpenTransaction running = new OpenTransaction(SPIKES, 5, 40);
        OpenTransaction forgotten = new OpenTransaction(OFFSETS, 5, 64);
        OpenTransaction ofUnknownProducer = new OpenTransaction(SPIKES, 9, 41);

        // When
        List<OpenTransaction> hanging = TransactionsCheck.hanging(
                List.of(running, forgotten, ofUnknownProducer), Map.of(5L, Set.of(SPIKES), 6L, Set.of(OFFSETS)));

        // Then
        assertThat(hanging).containsExactly(forgotten, ofUnknownProducer);
    }
}
