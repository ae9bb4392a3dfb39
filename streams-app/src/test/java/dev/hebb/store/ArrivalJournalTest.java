package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.framing.Gap;
import dev.hebb.framing.JournalEntry;
import dev.hebb.framing.JournalEntry.KnownGaps;
import dev.hebb.framing.Position;
import dev.hebb.row.PositionBuilder;
import java.util.Arrays;
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
        assertThat(neurons("n")).containsExactly(1, 2);
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
        assertThat(neurons("n")).containsExactly(10, 11, 12);
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
        assertThat(neurons("n")).containsExactly(2, 3, 4);
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
        IntStream.range(0, 50).forEach(i -> journal.append(spikes(ArrivalJournal.SHARED_ROW_SPIKES)));

        // Then
        assertThat(journal.added()).isEqualTo(50);
        assertThat(journal.isLong()).isFalse();
    }

    @Test
    void smallEntriesShareRowsAndNoneIsLost() {
        // Given
        ArrivalJournal journal = journal("n");
        Position last = new PositionBuilder()
                .arrivals(1_000, 1_000)
                .clockMicros(9)
                .watermarkMicros(8)
                .framed(7, 6)
                .refused(5, 4)
                .shiftMicros(3)
                .build();
        JournalEntry gap = new JournalEntry(
                Position.START,
                new KnownGaps(List.of(new Gap(1, 2)), List.of()),
                new long[0],
                new int[0],
                0,
                List.of());

        // When
        for (int i = 0; i < 1_000; i++) {
            journal.append(entry(i));
            if (i == 500) {
                journal.append(gap);
                journal.append(spikes(200));
            }
        }
        journal.append(new JournalEntry(last, null, new long[0], new int[0], 0, List.of(), new int[] {4, 5}, null));

        // Then
        int[] expected = IntStream.concat(
                        IntStream.rangeClosed(0, 500),
                        IntStream.concat(IntStream.range(0, 200), IntStream.range(501, 1_000)))
                .toArray();
        assertThat(neurons("n")).containsExactly(expected);
        List<JournalEntry> rows = journal("n").read();
        assertThat(rows).hasSizeLessThan(25).contains(gap);
        assertThat(rows.get(rows.size() - 1).position()).isEqualTo(last);
        assertThat(rows.get(rows.size() - 1).newNeurons()).containsExactly(4, 5);
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

    private int[] neurons(String network) {
        return journal(network).read().stream()
                .flatMapToInt(entry -> Arrays.stream(entry.neurons()))
                .toArray();
    }

    private static JournalEntry spikes(int count) {
        return new JournalEntry(
                Position.START, null, new long[count], IntStream.range(0, count).toArray(), 0, List.of());
    }

    private static JournalEntry entry(int neuron) {
        return new JournalEntry(Position.START, null, new long[] {7}, new int[] {neuron}, 0, List.of());
    }
}
