package dev.hebb.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.command.Command;
import org.junit.jupiter.api.Test;

/** Order of spikes, frames, and what is refused or dropped ({@link FramedNetwork}). */
class NetworkFramerTest {
    private final FramedNetwork network = new FramedNetwork();
    private final NetworkFramer framer = network.framer();
    private final FramingRecorder out = network.out();

    @Test
    void putsSpikesOfSeveralRecordsInOrderOfTimeAndNeuron() {
        // When
        network.send(30, 10);
        network.send(20);
        framer.arrive(new long[] {10}, new int[] {0}, 1, network.source(), out);
        network.heartbeat(100);

        // Then
        assertThat(out.spikes())
                .containsExactly(
                        new FramingRecorder.Spike(10, 0),
                        new FramingRecorder.Spike(10, 1),
                        new FramingRecorder.Spike(20, 1),
                        new FramingRecorder.Spike(30, 1));
        assertThat(out.watermark()).isEqualTo(100);
    }

    @Test
    void cutsAFrameASliceAndClosesEveryWindow() {
        // When
        network.send(0, 99, 100, 950, 2_001);
        network.heartbeat(3_000);

        // Then
        assertThat(out.frames.stream().map(Frame::watermarkMicros)).containsExactly(100L, 200L, 1_000L, 2_100L, 3_000L);
        assertThat(out.frames.stream().map(Frame::size)).containsExactly(2, 1, 1, 1, 0);
        assertThat(out.frames.stream().map(Frame::seq)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void cutsTimesBeforeZeroInTheSameGrid() {
        // When
        network.send(-1_001, -1_000, -1);
        network.heartbeat(0);

        // Then
        assertThat(out.frames.stream().map(Frame::watermarkMicros)).containsExactly(-1_000L, -900L, 0L);
    }

    @Test
    void refusesWhatIsOlderThanTheWatermarkAndCountsIt() {
        // Given
        network.start(900);
        network.send(1_000);

        // When
        network.send(960, 949, 950);

        // Then
        assertThat(out.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(RejectReason.LATE);
            assertThat(refusal.spikes()).isEqualTo(1);
            assertThat(refusal.detail()).contains("number 1;", "949 µs", "watermark, which was 950 µs");
        });
        network.heartbeat(2_000);
        assertThat(out.frames.stream().mapToLong(Frame::late).sum()).isEqualTo(1);
    }

    @Test
    void takesARecordAsAWholeSoThatItsSpikesAreNotLateByEachOther() {
        // Given
        network.start(0);

        // When
        network.send(500, 1);

        // Then
        assertThat(out.refusals).isEmpty();
        assertThat(out.times()).containsExactly(0L, 1L);
    }

    @Test
    void dropsDuplicatesAndCountsThemInTheirFrame() {
        // When
        network.send(10, 10, 20);
        network.send(20, 210);
        network.heartbeat(1_000);

        // Then
        assertThat(out.times()).containsExactly(10L, 20L, 210L);
        assertThat(out.frames.get(0).duplicates()).isEqualTo(2);
        assertThat(out.refusals).isEmpty();
    }

    @Test
    void refusesFlawedSpikesAndKeepsTheRestOfTheRecord() {
        // Given
        network.start(0);

        // When
        framer.arrive(
                new long[] {10, 20, Long.MAX_VALUE, -(1L << 53) - 1, 30},
                new int[] {-1, 5, 1, 1, 6},
                5,
                network.source(),
                out);
        network.heartbeat(100);

        // Then
        assertThat(out.times()).containsExactly(0L, 20L, 30L);
        assertThat(out.reasons()).containsExactly(RejectReason.NEGATIVE_NEURON, RejectReason.TIME_OUT_OF_RANGE);
        assertThat(out.frames.get(0).refused()).isEqualTo(3);
    }

    @Test
    void releasesOnHeartbeatsAndNotBefore() {
        // Given
        network.start(0);
        network.send(10);
        assertThat(out.frames).isEmpty();

        // When
        network.heartbeat(99);
        assertThat(out.frames).isEmpty();
        network.heartbeat(100);

        // Then
        assertThat(out.times()).containsExactly(0L, 10L);
    }

    @Test
    void closesANetworkOfOneRecordWithOneHeartbeat() {
        // When
        network.send(10, 20);
        network.heartbeat(1_000);

        // Then
        assertThat(out.times()).containsExactly(10L, 20L);
        assertThat(out.watermark()).isEqualTo(1_000);
    }

    @Test
    void movesOnWhenIdle() {
        // Given
        framer.idleUntil(10_000, out);
        network.start(0);

        // When
        framer.idleUntil(2_500, out);

        // Then
        assertThat(out.times()).containsExactly(0L);
        assertThat(out.watermark()).isEqualTo(2_000);
    }

    @Test
    void tellsWhetherTheWallClockDidMoreThanMoveTheClock() {
        // Given: a spike that waits
        network.start(0);
        network.send(150);

        // Then
        assertThat(framer.idleUntil(190, out).movedOnlyTheClock()).isTrue();
        assertThat(framer.idleUntil(2_000, out).movedOnlyTheClock()).isFalse();

        // Given: a gap that the clock comes to in an open window
        network.command(new Command.Gap(2_500, 2_600));
        framer.idleUntil(2_550, out);

        // Then
        assertThat(framer.idleUntil(2_560, out).movedOnlyTheClock()).isTrue();
        assertThat(framer.idleUntil(2_650, out).movedOnlyTheClock()).isFalse();
        assertThat(framer.idleUntil(2_660, out).movedOnlyTheClock()).isTrue();
    }
}
