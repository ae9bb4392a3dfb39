package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.store.ArrivalJournal;
import dev.hebb.store.InMemoryStores;
import dev.hebb.store.StoreNames;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class HandledOffsetsTest {
    private static final UUID ID = new UUID(1, -2);
    private static final UUID MADE_AGAIN = new UUID(3, 4);
    private static final int PARTITION = 5;

    private final KeyValueStore<Bytes, byte[]> store =
            InMemoryStores.store(new MockProcessorContext<String, byte[]>(), StoreNames.FRAMING);

    @Test
    void recordsThatATaskHasHandledAreNotNewToTheNext() {
        // Given
        handle(offsets(ID), "spikes", 0, 7);
        handle(offsets(ID), "control", 0, 2);

        // When
        HandledOffsets next = offsets(ID);

        // Then
        assertThat(next.isNew("spikes", 0)).isFalse();
        assertThat(next.isNew("spikes", 7)).isFalse();
        assertThat(next.isNew("control", 2)).isFalse();
        assertThat(next.isNew("control", 3)).isTrue();
        assertThat(next.isNew("spikes", 8)).isTrue();
    }

    @Test
    void whatIsPassedOverLeavesTheOffset() {
        // Given
        handle(offsets(ID), "spikes", 7);
        HandledOffsets next = offsets(ID);

        // When
        next.isNew("spikes", 3);
        next.write();

        // Then
        assertThat(offsets(ID).isNew("spikes", 7)).isFalse();
    }

    @Test
    void allRecordsOfATopicThatWasMadeAgainAreNew() {
        // Given
        handle(offsets(ID), "spikes", 7);

        // When
        HandledOffsets next = offsets(MADE_AGAIN);

        // Then
        assertThat(next.isNew("spikes", 0)).isTrue();
    }

    /** A broker that has lost the end of a topic gives offsets to other records. */
    @Test
    void afterTheFirstNewRecordAllAreNew() {
        // Given
        handle(offsets(ID), "spikes", 7);
        HandledOffsets next = offsets(ID);

        // When
        handle(next, "spikes", 8);

        // Then
        assertThat(next.isNew("spikes", 3)).isTrue();
    }

    @Test
    void nothingIsNotedOfTopicsWhoseIdIsUnknown() {
        // Given
        handle(
                new HandledOffsets(store, ArrivalJournal::offsetKey, TopicIds.UNKNOWN, Commits.TOGETHER, PARTITION),
                "spikes",
                7);

        // Then
        assertThat(store.approximateNumEntries()).isZero();
        assertThat(offsets(ID).isNew("spikes", 7)).isTrue();
    }

    /** At least once, what a store has may not be sent yet. */
    @Test
    void onlyWhatIsCommittedIsNoted() {
        // Given
        AtomicLong committed = new AtomicLong(Commits.NONE);
        HandledOffsets offsets = offsets(committed);
        handle(offsets, "spikes", 0, 7);
        assertThat(store.approximateNumEntries()).isZero();

        // When
        committed.set(4);
        handle(offsets, "spikes", 8);

        // Then
        assertThat(offsets(ID).isNew("spikes", 4)).isFalse();
        assertThat(offsets(ID).isNew("spikes", 5)).isTrue();
    }

    @Test
    void aCommitBehindTheLastRecordIsNotedLater() {
        // Given
        AtomicLong committed = new AtomicLong(Commits.NONE);
        HandledOffsets offsets = offsets(committed);
        handle(offsets, "spikes", 7);

        // When
        committed.set(7);
        offsets.writeAll();

        // Then
        assertThat(offsets(ID).isNew("spikes", 7)).isFalse();
        assertThat(offsets(ID).isNew("spikes", 8)).isTrue();
    }

    private HandledOffsets offsets(AtomicLong committed) {
        return new HandledOffsets(
                store,
                ArrivalJournal::offsetKey,
                topic -> ID,
                (topic, partition, handled) -> committed.get(),
                PARTITION);
    }

    private HandledOffsets offsets(UUID id) {
        return new HandledOffsets(store, ArrivalJournal::offsetKey, topic -> id, Commits.TOGETHER, PARTITION);
    }

    private static void handle(HandledOffsets offsets, String topic, long... records) {
        for (long offset : records) {
            offsets.isNew(topic, offset);
            offsets.write();
        }
    }
}
