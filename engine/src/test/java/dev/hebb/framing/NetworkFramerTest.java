package dev.hebb.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Windows of 1000 µs, frames of 100, lateness 50, jumps up to 10,000, confirmed by 3. */
class NetworkFramerTest {
    static final FramingConfig CONFIG = new FramingConfig(
            1_000, 100, 50, 10_000, 3, 0, new FramingConfig.Limits(1_200, 1_000, 20, 1_000, 50, 10, 1_000, 10, 1_000));

    private final NetworkFramer framer = new NetworkFramer("n", CONFIG);
    private final FramingRecorder out = new FramingRecorder();
    private int records;

    @Test
    void putsSpikesOfSeveralRecordsInOrderOfTimeAndNeuron() {
        // When
        send(30, 10);
        send(20);
        framer.arrive(new long[] {10}, new int[] {0}, 1, source(), out);
        heartbeat(100);

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
        send(0, 99, 100, 950, 2_001);
        heartbeat(3_000);

        // Then
        assertThat(out.frames.stream().map(Frame::watermarkMicros)).containsExactly(100L, 200L, 1_000L, 2_100L, 3_000L);
        assertThat(out.frames.stream().map(Frame::size)).containsExactly(2, 1, 1, 1, 0);
        assertThat(out.frames.stream().map(Frame::seq)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void commandsThatWaitAreBoundedByTheNeuronsThatTheyList() {
        // Given: as much as may wait
        send(10);
        int[] many = IntStream.range(0, WaitingCommands.MOST_LISTED / 5).toArray();
        for (int i = 0; i < 5; i++) {
            assertThat(framer.command(area(2_000 + i, many), out).isRefused()).isFalse();
        }

        // When, Then
        assertThat(framer.command(area(3_000, new int[] {1}), out).refusal()).contains("at most 500000 neurons");
        heartbeat(2_500);
        assertThat(framer.command(area(3_000, new int[] {1}), out).isRefused()).isFalse();
    }

    private FramerChange command(Command command) {
        return framer.command(new TimedCommand(0, 0, command, "", "", 0), out);
    }

    private static TimedCommand area(long fromMicros, int[] neurons) {
        return new TimedCommand(fromMicros, 0, new Command.DefineArea("a", neurons), "", "", 0);
    }

    @Test
    void cutsTimesBeforeZeroInTheSameGrid() {
        // When
        send(-1_001, -1_000, -1);
        heartbeat(0);

        // Then
        assertThat(out.frames.stream().map(Frame::watermarkMicros)).containsExactly(-1_000L, -900L, 0L);
    }

    @Test
    void refusesWhatIsOlderThanTheWatermarkAndCountsIt() {
        // Given
        start(900);
        send(1_000);

        // When
        send(960, 949, 950);

        // Then
        assertThat(out.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(RejectReason.LATE);
            assertThat(refusal.spikes()).isEqualTo(1);
            assertThat(refusal.detail()).contains("number 1;", "949 µs", "watermark, which was 950 µs");
        });
        heartbeat(2_000);
        assertThat(out.frames.stream().mapToLong(Frame::late).sum()).isEqualTo(1);
    }

    @Test
    void takesARecordAsAWholeSoThatItsSpikesAreNotLateByEachOther() {
        // Given
        start(0);

        // When
        send(500, 1);

        // Then
        assertThat(out.refusals).isEmpty();
        assertThat(out.times()).containsExactly(0L, 1L);
    }

    @Test
    void dropsDuplicatesAndCountsThemInTheirFrame() {
        // When
        send(10, 10, 20);
        send(20, 210);
        heartbeat(1_000);

        // Then
        assertThat(out.times()).containsExactly(10L, 20L, 210L);
        assertThat(out.frames.get(0).duplicates()).isEqualTo(2);
        assertThat(out.refusals).isEmpty();
    }

    @Test
    void refusesFlawedSpikesAndKeepsTheRestOfTheRecord() {
        // Given
        start(0);

        // When
        framer.arrive(
                new long[] {10, 20, Long.MAX_VALUE, -(1L << 53) - 1, 30}, new int[] {-1, 5, 1, 1, 6}, 5, source(), out);
        heartbeat(100);

        // Then
        assertThat(out.times()).containsExactly(0L, 20L, 30L);
        assertThat(out.reasons()).containsExactly(RejectReason.NEGATIVE_NEURON, RejectReason.TIME_OUT_OF_RANGE);
        assertThat(out.frames.get(0).refused()).isEqualTo(3);
    }

    @Test
    void releasesOnHeartbeatsAndNotBefore() {
        // Given
        start(0);
        send(10);
        assertThat(out.frames).isEmpty();

        // When
        heartbeat(99);
        assertThat(out.frames).isEmpty();
        heartbeat(100);

        // Then
        assertThat(out.times()).containsExactly(0L, 10L);
    }

    @Test
    void refusesOneWildStampOnceTheOldTimeGoesOn() {
        // Given
        start(0);
        send(50_000);
        assertThat(out.refusals).isEmpty();

        // When
        send(40);
        send(51);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
        assertThat(out.refusals.get(0).source().offset()).isEqualTo(3);
        assertThat(out.refusals.get(0).detail()).contains("50000 µs", "clock, then at 0 µs");
        heartbeat(100);
        assertThat(out.times()).containsExactly(0L, 40L, 51L);
    }

    @Test
    void stillWaitsWhileTheOldTimeGoesOnWithinTheLateness() {
        // Given
        start(0);
        send(50_000);

        // When
        send(50);

        // Then
        assertThat(out.refusals).isEmpty();
        send(51);
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
    }

    @Test
    void letsSpikesOfOneRecordLeadTheClockOnWhateverTheirOrder() {
        // Given
        start(0);

        // When
        send(28_000, 19_000, 9_500);

        // Then
        assertThat(framer.position().clockMicros()).isEqualTo(28_000);
        assertThat(framer.load()).isEqualTo(1);
    }

    @Test
    void believesAJumpThatLaterRecordsConfirm() {
        // Given
        start(0);

        // When
        send(50_000, 50_001, 50_002, 50_003, 50_004);
        assertThat(out.times()).isEmpty();
        send(50_010);
        send(50_020);
        assertThat(out.times()).isEmpty();
        send(50_030);

        // Then
        heartbeat(51_000);
        assertThat(out.refusals).isEmpty();
        assertThat(out.times())
                .containsExactly(0L, 50_000L, 50_001L, 50_002L, 50_003L, 50_004L, 50_010L, 50_020L, 50_030L);
    }

    @Test
    void leavesUnobservedWhatAClockJumpsOver() {
        // Given
        start(7);

        // When: a rig that first counts from 0, and then from 1970
        long epoch = 1_700_000_000_000_000L;
        send(epoch);
        send(epoch + 10);
        send(epoch + 20);
        send(epoch + 30);
        heartbeat(epoch + 2_000);

        // Then
        assertThat(out.refusals).isEmpty();
        assertThat(out.frames.stream().flatMap(frame -> frame.gaps().stream())).containsExactly(new Gap(8, epoch));
        assertThat(out.times()).containsExactly(7L, epoch, epoch + 10, epoch + 20, epoch + 30);
    }

    @Test
    void neuronsOfSpikesThatAreNotBelievedTakeNoPlace() {
        // Given: a record of wild times and more neurons than there may be
        start(0);
        long[] wild = new long[1_300];
        Arrays.fill(wild, 1_000_000_000_000L);
        framer.arrive(wild, ids(1_300), 1_300, source(), out);
        heartbeat(200);
        assertThat(out.reasons()).contains(RejectReason.CLOCK_JUMP);
        out.refusals.clear();

        // When
        framer.arrive(new long[] {300}, new int[] {2_000}, 1, source(), out);

        // Then
        assertThat(out.refusals).isEmpty();
    }

    @Test
    void letsOneBatchConfirmAnotherButNeverItself() {
        // Given
        start(0);

        // When
        send(50_000, 50_001, 50_002, 50_003);

        // Then
        assertThat(framer.position().clockMicros()).isZero();
        send(50_004, 50_005, 50_006);
        assertThat(framer.position().clockMicros()).isEqualTo(50_006);
    }

    @Test
    void startsConfirmingAgainAfterASpikeOfTheOldTime() {
        // Given
        start(0);

        // When
        send(50_000);
        send(50_001);
        send(50_002);
        send(1);
        send(50_003);
        send(50_004);
        assertThat(framer.position().clockMicros()).isEqualTo(1);
        send(50_005);

        // Then
        assertThat(framer.position().clockMicros()).isEqualTo(50_005);
    }

    @Test
    void keepsTheOldTimeWhenTheClockOfOneProbeIsWildForGood() {
        // Given
        start(0);

        // When
        for (int i = 1; i <= 500; i++) {
            send(i * 10L);
            send(100_000 + i * 10L);
        }
        heartbeat(6_000);

        // Then
        assertThat(out.spikes()).hasSize(501);
        assertThat(out.refused()).isEqualTo(500);
        assertThat(out.reasons()).containsOnly(RejectReason.CLOCK_JUMP);
    }

    @Test
    void refusesWildStampsAtAHeartbeatOfTheOldTime() {
        // Given
        start(0);
        send(50_000);

        // When
        heartbeat(10);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
    }

    @Test
    void holdsAWildHeartbeatToo() {
        // Given
        start(0);

        // When
        heartbeat(1_000_000);
        send(60);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
        assertThat(framer.position().watermarkMicros()).isEqualTo(10);
    }

    @Test
    void countsAHeartbeatAsOneConfirmation() {
        // Given
        start(0);

        // When
        send(50_000);
        heartbeat(50_001);
        heartbeat(50_002);
        heartbeat(50_003);

        // Then
        assertThat(framer.position().watermarkMicros()).isEqualTo(50_003);
    }

    @Test
    void findsItsFirstClockInWhatAgreesAndRefusesTheLoneWildOne() {
        // When
        send(9_000_000);
        send(10);
        send(20);
        send(30);
        send(40);
        send(95);

        // Then
        assertThat(framer.position().clockMicros()).isEqualTo(95);
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
        heartbeat(100);
        assertThat(out.times()).containsExactly(10L, 20L, 30L, 40L, 95L);
    }

    @Test
    void refusesAtOnceWhatLiesFarBehindTheFirstClock() {
        // When
        send(-9_000_000);
        send(10);
        send(20);
        send(30);
        send(40);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.CLOCK_JUMP);
        assertThat(framer.position().clockMicros()).isEqualTo(40);
    }

    @Test
    void closesANetworkOfOneRecordWithOneHeartbeat() {
        // When
        send(10, 20);
        heartbeat(1_000);

        // Then
        assertThat(out.times()).containsExactly(10L, 20L);
        assertThat(out.watermark()).isEqualTo(1_000);
    }

    @Test
    void crossesAGapWithoutTakingItForAJump() {
        // Given
        start(0);
        assertThat(command(new Command.Gap(100, 1_000_100)).isRefused()).isFalse();

        // When
        send(1_000_200);

        // Then
        assertThat(framer.position().clockMicros()).isEqualTo(1_000_200);
    }

    @Test
    void believesWhatIsHeldWhenAGapExplainsIt() {
        // Given
        start(0);
        send(1_000_200);
        send(1_000_210);
        assertThat(framer.position().clockMicros()).isZero();

        // When
        command(new Command.Gap(100, 1_000_100));

        // Then
        assertThat(framer.position().clockMicros()).isEqualTo(1_000_210);
        heartbeat(1_001_000);
        assertThat(out.times()).containsExactly(0L, 1_000_200L, 1_000_210L);
        assertThat(out.refusals).isEmpty();
    }

    @Test
    void announcesAGapInTheFrameOfItsBeginning() {
        // Given
        start(0);
        Gap gap = new Gap(550, 20_000);

        // When
        command(new Command.Gap(gap.fromMicros(), gap.toMicros()));
        send(20_050);
        heartbeat(21_000);

        // Then
        assertThat(out.frames.stream().filter(frame -> !frame.gaps().isEmpty()))
                .singleElement()
                .satisfies(frame -> {
                    assertThat(frame.gaps()).containsExactly(gap);
                    assertThat(frame.watermarkMicros()).isEqualTo(600);
                });
    }

    @Test
    void announcesAGapOfTheOpenWindowAtOnceAndRefusesOneOfAClosedWindow() {
        // Given
        start(0);
        send(2_700);
        heartbeat(2_800);

        // When
        boolean open = !command(new Command.Gap(2_100, 2_900)).isRefused();
        boolean closed = !command(new Command.Gap(1_999, 5_000)).isRefused();

        // Then
        assertThat(open).isTrue();
        assertThat(closed).isFalse();
        assertThat(out.frames.get(out.frames.size() - 1).gaps()).containsExactly(new Gap(2_100, 2_900));
    }

    @Test
    void shiftsTheTimesOfANewEpoch() {
        // Given
        start(5_000);

        // When
        assertThat(command(new Command.NewEpoch(6_000)).isRefused()).isFalse();
        send(1, 2);
        heartbeat(1_000);

        // Then
        assertThat(out.times()).containsExactly(5_000L, 6_001L, 6_002L);
        assertThat(command(new Command.NewEpoch(Long.MIN_VALUE)).refusal()).contains("2^53");
    }

    @Test
    void movesOnWhenIdle() {
        // Given
        framer.idleUntil(10_000, out);
        start(0);

        // When
        framer.idleUntil(2_500, out);

        // Then
        assertThat(out.times()).containsExactly(0L);
        assertThat(out.watermark()).isEqualTo(2_000);
    }

    @Test
    void splitsCrowdedSlicesButNeverASingleTime() {
        // Given
        start(0);
        long[] times = LongStream.concat(
                        LongStream.range(0, 40).map(i -> 101),
                        LongStream.range(0, 60).map(i -> 110 + i / 30))
                .toArray();

        // When
        framer.arrive(times, ids(times.length), times.length, source(), out);
        heartbeat(1_000);

        // Then
        List<Frame> crowded = out.frames.subList(1, out.frames.size() - 1);
        assertThat(crowded.stream().map(Frame::size)).containsExactly(70, 30);
        assertThat(crowded.stream().map(Frame::watermarkMicros)).containsExactly(111L, 200L);
    }

    @Test
    void refusesSpikesBeyondItsMemory() {
        // Given
        start(0);
        long[] times = new long[1_100];

        // When
        framer.arrive(times, ids(times.length), times.length, source(), out);

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.TOO_MANY_PENDING);
        assertThat(framer.load()).isEqualTo(1_000);
        heartbeat(100);
        assertThat(out.spikes()).hasSize(1_000);
    }

    @Test
    void refusesMoreNeuronsThanShardsCanKeepRowsFor() {
        // Given: a framer that has all neurons it may have, and one that remembers it
        start(0);
        long[] times = new long[600];
        framer.arrive(times, ids(600), 600, source(), out);
        heartbeat(100);
        List<JournalEntry> remembered = framer.compact();
        Arrays.fill(times, 120);
        int[] more = Arrays.stream(ids(600)).map(id -> id + 600).toArray();
        FramerChange change = framer.arrive(times, more, 600, source(), out);
        NetworkFramer again = new NetworkFramer("n", CONFIG);
        again.recall(
                Stream.concat(remembered.stream(), change.entries().stream()).toList());
        out.refusals.clear();

        // When
        for (NetworkFramer full : List.of(framer, again)) {
            full.arrive(new long[] {130, 130}, new int[] {7, 5_000}, 2, source(), out);
        }

        // Then
        assertThat(out.reasons()).containsExactly(RejectReason.TOO_MANY_NEURONS, RejectReason.TOO_MANY_NEURONS);
        assertThat(framer.load()).isEqualTo(again.load()).isEqualTo(601);
    }

    @Test
    void tellsWhetherTheWallClockDidMoreThanMoveTheClock() {
        // Given: a spike that waits
        start(0);
        send(150);

        // Then
        assertThat(framer.idleUntil(190, out).movedOnlyTheClock()).isTrue();
        assertThat(framer.idleUntil(2_000, out).movedOnlyTheClock()).isFalse();

        // Given: a gap that the clock comes to in an open window
        command(new Command.Gap(2_500, 2_600));
        framer.idleUntil(2_550, out);

        // Then
        assertThat(framer.idleUntil(2_560, out).movedOnlyTheClock()).isTrue();
        assertThat(framer.idleUntil(2_650, out).movedOnlyTheClock()).isFalse();
        assertThat(framer.idleUntil(2_660, out).movedOnlyTheClock()).isTrue();
    }

    @Test
    void aRefusedCommandLeavesNothingToRemember() {
        // Given
        start(0);
        heartbeat(3_000);

        // When
        FramerChange refused = command(new Command.Gap(100, 200));

        // Then
        assertThat(refused.refusal()).contains("closed");
        assertThat(refused.entries()).isEmpty();
        assertThat(refused.replacesAll()).isFalse();
    }

    @Test
    void makesRoomByDroppingDuplicatesFirst() {
        // Given
        start(0);
        long[] times = new long[2_000];
        Arrays.fill(times, 7);

        // When
        framer.arrive(times, new int[2_000], times.length, source(), out);
        heartbeat(100);

        // Then
        assertThat(out.refusals).isEmpty();
        assertThat(out.duplicates()).isEqualTo(1_999);
    }

    @Test
    void holdsNoMoreThanItMay() {
        // Given
        start(0);

        // When
        for (int i = 0; i < 500; i++) {
            send(1_000_000_000L - 30_000L * i);
        }

        // Then
        assertThat(framer.load()).isLessThanOrEqualTo(22);
        assertThat(out.refused() + framer.load()).isEqualTo(501);
    }

    /** The clock is at this time, with one spike and nothing else. */
    private void start(long time) {
        send(time);
        heartbeat(time);
    }

    private void send(long... times) {
        int[] neurons = new int[times.length];
        Arrays.fill(neurons, 1);
        framer.arrive(times, neurons, times.length, source(), out);
    }

    private void heartbeat(long origin) {
        framer.heartbeat(origin, source(), out);
    }

    private SourceRecord source() {
        return new SourceRecord("spikes", 0, ++records, null, new byte[10]);
    }

    private static int[] ids(int count) {
        int[] ids = new int[count];
        Arrays.setAll(ids, i -> i);
        return ids;
    }
}
