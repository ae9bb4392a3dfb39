package dev.hebb.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Gaps, epochs and commands that wait ({@link FramedNetwork}). */
class FramedCommandsTest {
    private final FramedNetwork network = new FramedNetwork();
    private final NetworkFramer framer = network.framer();
    private final FramingRecorder out = network.out();

    @Test
    void commandsThatWaitAreBoundedByTheNeuronsThatTheyList() {
        // Given: as much as may wait
        network.send(10);
        int[] many = IntStream.range(0, WaitingCommands.MOST_LISTED / 5).toArray();
        for (int i = 0; i < 5; i++) {
            assertThat(framer.command(area(2_000 + i, many), out).isRefused()).isFalse();
        }

        // When, Then
        assertThat(framer.command(area(3_000, new int[] {1}), out).refusal()).contains("at most 500000 neurons");
        network.heartbeat(2_500);
        assertThat(framer.command(area(3_000, new int[] {1}), out).isRefused()).isFalse();
    }

    @Test
    void aNetworkThatHasOnlyGapsCanBeForgotten() {
        // Given
        network.command(new Command.Gap(100, 200));

        // Then
        assertThat(network.command(new Command.Forget()).forgetsAll()).isTrue();
    }

    @Test
    void crossesAGapWithoutTakingItForAJump() {
        // Given
        network.start(0);
        assertThat(network.command(new Command.Gap(100, 1_000_100)).isRefused()).isFalse();

        // When
        network.send(1_000_200);

        // Then
        assertThat(framer.position().clockMicros()).isEqualTo(1_000_200);
    }

    @Test
    void believesWhatIsHeldWhenAGapExplainsIt() {
        // Given
        network.start(0);
        network.send(1_000_200);
        network.send(1_000_210);
        assertThat(framer.position().clockMicros()).isZero();

        // When
        network.command(new Command.Gap(100, 1_000_100));

        // Then
        assertThat(framer.position().clockMicros()).isEqualTo(1_000_210);
        network.heartbeat(1_001_000);
        assertThat(out.times()).containsExactly(0L, 1_000_200L, 1_000_210L);
        assertThat(out.refusals).isEmpty();
    }

    @Test
    void announcesAGapInTheFrameOfItsBeginning() {
        // Given
        network.start(0);
        Gap gap = new Gap(550, 20_000);

        // When
        network.command(new Command.Gap(gap.fromMicros(), gap.toMicros()));
        network.send(20_050);
        network.heartbeat(21_000);

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
        network.start(0);
        network.send(2_700);
        network.heartbeat(2_800);

        // When
        boolean open = !network.command(new Command.Gap(2_100, 2_900)).isRefused();
        boolean closed = !network.command(new Command.Gap(1_999, 5_000)).isRefused();

        // Then
        assertThat(open).isTrue();
        assertThat(closed).isFalse();
        assertThat(out.frames.get(out.frames.size() - 1).gaps()).containsExactly(new Gap(2_100, 2_900));
    }

    @Test
    void shiftsTheTimesOfANewEpoch() {
        // Given
        network.start(5_000);

        // When
        assertThat(network.command(new Command.NewEpoch(6_000)).isRefused()).isFalse();
        network.send(1, 2);
        network.heartbeat(1_000);

        // Then
        assertThat(out.times()).containsExactly(5_000L, 6_001L, 6_002L);
        assertThat(network.command(new Command.NewEpoch(Long.MIN_VALUE)).refusal())
                .contains("2^53");
    }

    @Test
    void aRefusedCommandLeavesNothingToRemember() {
        // Given
        network.start(0);
        network.heartbeat(3_000);

        // When
        FramerChange refused = network.command(new Command.Gap(100, 200));

        // Then
        assertThat(refused.refusal()).contains("closed");
        assertThat(refused.entries()).isEmpty();
        assertThat(refused.replacesAll()).isFalse();
    }

    private static TimedCommand area(long fromMicros, int[] neurons) {
        return new TimedCommand(fromMicros, 0, new Command.DefineArea("a", neurons), "", "", 0);
    }
}
