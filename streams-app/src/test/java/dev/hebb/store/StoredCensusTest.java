package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.NeuronReportBuilder;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** Shards forget on their own: reports on a new network do not mix with those on the one before it. */
class StoredCensusTest {
    private static final int SHARDS = 2;

    private final KeyValueStore<Bytes, byte[]> store =
            InMemoryStores.store(new MockProcessorContext<>(), StoreNames.CENSUS);
    private final StoredCensus census = new StoredCensus(store, "dish");

    @Test
    void reportsOnANewNetworkWaitUntilAllShardsForgotTheOldOne() {
        // Given: shard 0 has forgotten, and reports on window 7 of the new network
        census.forgottenBy(0, SHARDS);
        assertThat(census.keep(SHARDS, 0, report(7, 100))).isFalse();

        // When: shard 1 reports on window 7 of the old network, and then forgets it
        census.keep(SHARDS, 1, report(7, 1));
        assertThat(census.takeIfComplete(SHARDS, 7)).isEmpty();
        census.forgottenBy(1, SHARDS);

        // Then
        assertThat(census.keep(SHARDS, 1, report(7, 101))).isTrue();
        assertThat(census.takeIfComplete(SHARDS, 7))
                .extracting(report -> report.window().observedMicros())
                .containsExactly(100L, 101L);
        assertThat(rows()).isZero();
    }

    @Test
    void aShardCanBeTwoLivesAhead() {
        // Given
        census.forgottenBy(1, SHARDS);
        census.keep(SHARDS, 1, report(3, 50));
        census.forgottenBy(1, SHARDS);
        census.keep(SHARDS, 1, report(3, 60));

        // When
        census.forgottenBy(0, SHARDS);
        census.keep(SHARDS, 0, report(3, 51));

        // Then
        assertThat(census.takeIfComplete(SHARDS, 3))
                .extracting(report -> report.window().observedMicros())
                .containsExactly(51L, 50L);
        census.forgottenBy(0, SHARDS);
        census.keep(SHARDS, 0, report(3, 61));
        assertThat(census.takeIfComplete(SHARDS, 3))
                .extracting(report -> report.window().observedMicros())
                .containsExactly(61L, 60L);
        assertThat(rows()).isZero();
    }

    private int rows() {
        int rows = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            for (; all.hasNext(); all.next()) {
                rows++;
            }
        }
        return rows;
    }

    private static NeuronReport report(long window, long observedMicros) {
        return new NeuronReportBuilder()
                .window(window, 1_000)
                .observedMicros(observedMicros)
                .build();
    }
}
