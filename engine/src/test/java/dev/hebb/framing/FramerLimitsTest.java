package dev.hebb.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a framer holds at most ({@link FramedNetwork}). */
class FramerLimitsTest {
    private final FramedNetwork network = new FramedNetwork();
    private final NetworkFramer framer = network.framer();
    private final FramingRecorder out = network.out();

    @Test
    void neuronsOfSpikesThatAreNotBelievedTakeNoPlace() {
        // Given: a record of wild times and more neurons than there may be
        network.start(0);
        long[] wild = new long[1_300];
        Arrays.fill(wild, 1_000_000_000_000L);
        framer.arrive(wild, FramedNetwork.ids(1_300), 1_300, network.source(), out);
        network.heartbeat(200);
        assertThat(out.reasons()).contains(RejectReason.CLOCK_JUMP);
        out.refusals.clear();

        // When
        framer.arrive(new long[] {300}, new int[] {2_000}, 1, network.source(), out);

        // Then
        assertThat(out.refusals).isEmpty();
    }

    @Test
    void splitsCrowdedSlicesButNeverASingleTime() {
        // Given
        network.start(0);
        long[] times = LongStream.concat(
                        LongStream.range(0, 40).map(i -> 101),
                        LongStream.range(0, 60).map(i -> 110 + i / 30))
                .toArray();

        // When
        framer.arrive(times, FramedNetwork.ids(times.length), times.length, network.source(), out);
        network.heartbeat(1_000);

        // Then
        List<Frame> crowded = out.frames.subList(1, out.frames.size() - 1);
        assertThat(crowded.stream().map(Frame::size)).containsExactly(70, 30);
        assertThat(crowded.stream().map(Frame::watermarkMicros)).containsExactly(111L, 200L);
    }

    @Test
    void refusesSpikesBeyondItsMemory() {
        // Given
        network.start(0);
        long[] times = new long[1_100];

        // When
        framer.arrive(times, FramedNetwork.ids(times.length), times.length, network.source(), out);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.TOO_MANY_PENDING);
        assertThat(framer.load()).isEqualTo(1_000);
        network.heartbeat(100);
        assertThat(out.spikes()).hasSize(1_000);
    }

    @Test
    void goesOnWhenItsMemoryWasFull() {
        // Given: no room left
        network.start(0);
        long[] times = new long[999];
        Arrays.fill(times, 10);
        framer.arrive(times, FramedNetwork.ids(times.length), times.length, network.source(), out);

        // When: neither a heartbeat nor anything else says that time goes on
        network.send(200);
        network.send(400);
        network.send(600);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.TOO_MANY_PENDING);
        assertThat(out.refused()).isEqualTo(1);
        network.heartbeat(1_000);
        assertThat(out.times()).contains(400L, 600L).doesNotContain(200L);
    }

    @Test
    void refusesMoreNeuronsThanShardsCanKeepRowsFor() {
        // Given: a framer that has all neurons it may have, and one that remembers it
        network.start(0);
        long[] times = new long[600];
        framer.arrive(times, FramedNetwork.ids(600), 600, network.source(), out);
        network.heartbeat(100);
        List<JournalEntry> remembered = framer.compact();
        Arrays.fill(times, 120);
        int[] more = Arrays.stream(FramedNetwork.ids(600)).map(id -> id + 600).toArray();
        FramerChange change = framer.arrive(times, more, 600, network.source(), out);
        NetworkFramer again = new NetworkFramer("n", FramedNetwork.CONFIG);
        again.recall(
                Stream.concat(remembered.stream(), change.entries().stream()).toList());
        out.refusals.clear();

        // When
        for (NetworkFramer full : List.of(framer, again)) {
            full.arrive(new long[] {130, 130}, new int[] {7, 5_000}, 2, network.source(), out);
        }

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.TOO_MANY_NEURONS, RejectReason.TOO_MANY_NEURONS);
        assertThat(framer.load()).isEqualTo(again.load()).isEqualTo(601);
    }

    @Test
    void makesRoomByDroppingDuplicatesFirst() {
        // Given
        network.start(0);
        long[] times = new long[2_000];
        Arrays.fill(times, 7);

        // When
        framer.arrive(times, new int[2_000], times.length, network.source(), out);
        network.heartbeat(100);

        // Then
        assertThat(out.refusals).isEmpty();
        assertThat(out.duplicates()).isEqualTo(1_999);
    }

    @Test
    void holdsNoMoreThanItMay() {
        // Given
        network.start(0);

        // When
        for (int i = 0; i < 500; i++) {
            network.send(1_000_000_000L - 30_000L * i);
        }

        // Then
        assertThat(framer.load()).isLessThanOrEqualTo(22);
        assertThat(out.refused() + framer.load()).isEqualTo(501);
    }
}
