package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.framing.JournalEntry;
import dev.hebb.framing.Position;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class ArrivalJournalTest {
    private final KeyValueStore<Bytes, byte[]> store =
            InMemoryStores.store(new MockProcessorContext<Void, Void>(), StoreNames.FRAMING);

    @Test
    void hasNothingOfANewNetwork() {
        assertThat(journal("n").read()).isEmpty();
    }

    @Test
    void givesBackWhatWasAppendedAndOfThisNetworkOnly() {
        // Given
        ArrivalJournal journal = journal("n");
        journal.read();

        // When
        journal.append(entry(1));
        journal("nn").append(entry(8));
        journal.append(entry(2));

        // Then
        assertThat(journal("n").read()).containsExactly(entry(1), entry(2));
    }

    @Test
    void forgetsWhatWasThereBeforeItIsRewritten() {
        // Given
        ArrivalJournal journal = journal("n");
        IntStream.range(0, 5).forEach(i -> journal.append(entry(i)));

        // When
        journal.rewrite(List.of(entry(10), entry(11)));

        // Then
        assertThat(journal("n").read()).containsExactly(entry(10), entry(11));
        journal.append(entry(12));
        assertThat(journal("n").read()).containsExactly(entry(10), entry(11), entry(12));
    }

    @Test
    void goesOnWhereAnotherTaskLeftIt() {
        // Given
        ArrivalJournal before = journal("n");
        before.append(entry(1));
        before.rewrite(List.of(entry(2)));
        before.append(entry(3));

        // When
        ArrivalJournal after = journal("n");
        after.read();
        after.append(entry(4));

        // Then
        assertThat(journal("n").read()).containsExactly(entry(2), entry(3), entry(4));
        after.rewrite(List.of(entry(5)));
        assertThat(journal("n").read()).containsExactly(entry(5));
    }

    @Test
    void writesOverItsRowsInsteadOfGrowing() {
        // Given
        ArrivalJournal journal = journal("n");

        // When
        for (int i = 0; i < 1_000; i++) {
            journal.append(entry(i));
            if (journal.isLong()) {
                journal.rewrite(List.of(entry(i)));
            }
        }

        // Then
        assertThat(store.approximateNumEntries()).isLessThan(20);
    }

    @Test
    void isNotLongWhileRewritingWouldBeMoreThanWasAdded() {
        // Given
        ArrivalJournal journal = journal("n");
        journal.rewrite(List.of(new JournalEntry(Position.START, null, new long[5_000], new int[5_000], 0, List.of())));

        // When
        IntStream.range(0, 100).forEach(i -> journal.append(entry(i)));

        // Then
        assertThat(journal.added()).isEqualTo(100);
        assertThat(journal.isLong()).isFalse();
    }

    @Test
    void namesTheNetworksOfAStore() {
        // Given
        for (String network : List.of("b", "a", "ä", "a/1", "aa")) {
            IntStream.range(0, 3).forEach(i -> journal(network).append(entry(i)));
        }

        // Then
        assertThat(ArrivalJournal.networks(store, 10)).containsExactly("a", "a/1", "aa", "b", "ä");
        assertThat(ArrivalJournal.networks(store, 2)).containsExactly("a", "a/1");
    }

    private ArrivalJournal journal(String network) {
        return new ArrivalJournal(store, network, 10);
    }

    private static JournalEntry entry(int neuron) {
        return new JournalEntry(Position.START, null, new long[] {7}, new int[] {neuron}, 0, List.of());
    }
}
