package dev.hebb.framing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Jumps of the clock of a network: what is believed, and what is refused ({@link FramedNetwork}). */
class FramedClockTest {
    private final FramedNetwork network = new FramedNetwork();
    private final NetworkFramer framer = network.framer();
    private final FramingRecorder out = network.out();

    @Test
    void refusesOneWildStampOnceTheOldTimeGoesOn() {
        // Given
        network.start(0);
        network.send(50_000);
        assertThat(out.refusals).isEmpty();

        // When
        network.send(40);
        network.send(51);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
        assertThat(out.refusals.get(0).source().offset()).isEqualTo(3);
        assertThat(out.refusals.get(0).detail()).contains("50000 µs", "clock, then at 0 µs");
        network.heartbeat(100);
        assertThat(out.times()).containsExactly(0L, 40L, 51L);
    }

    @Test
    void stillWaitsWhileTheOldTimeGoesOnWithinTheLateness() {
        // Given
        network.start(0);
        network.send(50_000);

        // When
        network.send(50);

        // Then
        assertThat(out.refusals).isEmpty();
        network.send(51);
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
    }

    @Test
    void letsSpikesOfOneRecordLeadTheClockOnWhateverTheirOrder() {
        // Given
        network.start(0);

        // When
        network.send(28_000, 19_000, 9_500);

        // Then
        assertThat(framer.position().clockMicros()).isEqualTo(28_000);
        assertThat(framer.load()).isEqualTo(1);
    }

    @Test
    void believesAJumpThatLaterRecordsConfirm() {
        // Given
        network.start(0);

        // When
        network.send(50_000, 50_001, 50_002, 50_003, 50_004);
        assertThat(out.times()).isEmpty();
        network.send(50_010);
        network.send(50_020);
        assertThat(out.times()).isEmpty();
        network.send(50_030);

        // Then
        network.heartbeat(51_000);
        assertThat(out.refusals).isEmpty();
        assertThat(out.times())
                .containsExactly(0L, 50_000L, 50_001L, 50_002L, 50_003L, 50_004L, 50_010L, 50_020L, 50_030L);
    }

    @Test
    void leavesUnobservedWhatAClockJumpsOver() {
        // Given
        network.start(7);

        // When: a rig that first counts from 0, and then from 1970
        long epoch = 1_700_000_000_000_000L;
        network.send(epoch);
        network.send(epoch + 10);
        network.send(epoch + 20);
        network.send(epoch + 30);
        network.heartbeat(epoch + 2_000);

        // Then
        assertThat(out.refusals).isEmpty();
        assertThat(out.frames.stream().flatMap(frame -> frame.gaps().stream())).containsExactly(new Gap(8, epoch));
        assertThat(out.times()).containsExactly(7L, epoch, epoch + 10, epoch + 20, epoch + 30);
    }

    @Test
    void letsOneBatchConfirmAnotherButNeverItself() {
        // Given
        network.start(0);

        // When
        network.send(50_000, 50_001, 50_002, 50_003);

        // Then
        assertThat(framer.position().clockMicros()).isZero();
        network.send(50_004, 50_005, 50_006);
        assertThat(framer.position().clockMicros()).isEqualTo(50_006);
    }

    @Test
    void startsConfirmingAgainAfterASpikeOfTheOldTime() {
        // Given
        network.start(0);

        // When
        network.send(50_000);
        network.send(50_001);
        network.send(50_002);
        network.send(1);
        network.send(50_003);
        network.send(50_004);
        assertThat(framer.position().clockMicros()).isEqualTo(1);
        network.send(50_005);

        // Then
        assertThat(framer.position().clockMicros()).isEqualTo(50_005);
    }

    @Test
    void keepsTheOldTimeWhenTheClockOfOneProbeIsWildForGood() {
        // Given
        network.start(0);

        // When
        for (int i = 1; i <= 500; i++) {
            network.send(i * 10L);
            network.send(100_000 + i * 10L);
        }
        network.heartbeat(6_000);

        // Then
        assertThat(out.spikes()).hasSize(501);
        assertThat(out.refused()).isEqualTo(500);
        assertThat(out.reasons()).containsOnly(RejectReason.CLOCK_JUMP);
    }

    @Test
    void refusesWildStampsAtAHeartbeatOfTheOldTime() {
        // Given
        network.start(0);
        network.send(50_000);

        // When
        network.heartbeat(10);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
    }

    @Test
    void holdsAWildHeartbeatToo() {
        // Given
        network.start(0);

        // When
        network.heartbeat(1_000_000);
        network.send(60);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
        assertThat(framer.position().watermarkMicros()).isEqualTo(10);
    }

    @Test
    void countsAHeartbeatAsOneConfirmation() {
        // Given
        network.start(0);

        // When
        network.send(50_000);
        network.heartbeat(50_001);
        network.heartbeat(50_002);
        network.heartbeat(50_003);

        // Then
        assertThat(framer.position().watermarkMicros()).isEqualTo(50_003);
    }

    @Test
    void findsItsFirstClockInWhatAgreesAndRefusesTheLoneWildOne() {
        // When
        network.send(9_000_000);
        network.send(10);
        network.send(20);
        network.send(30);
        network.send(40);
        network.send(95);

        // Then
        assertThat(framer.position().clockMicros()).isEqualTo(95);
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
        network.heartbeat(100);
        assertThat(out.times()).containsExactly(10L, 20L, 30L, 40L, 95L);
    }

    @Test
    void refusesAtOnceWhatLiesFarBehindTheFirstClock() {
        // When
        network.send(-9_000_000);
        network.send(10);
        network.send(20);
        network.send(30);
        network.send(40);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
        assertThat(framer.position().clockMicros()).isEqualTo(40);
    }
}
