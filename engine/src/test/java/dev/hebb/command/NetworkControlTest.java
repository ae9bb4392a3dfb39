package dev.hebb.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.command.Command.Attention;
import dev.hebb.command.Command.DefineArea;
import dev.hebb.command.Command.Lesion;
import dev.hebb.command.Command.Stage;
import dev.hebb.command.Command.Stimulation;
import dev.hebb.command.Command.Stress;
import dev.hebb.command.NetworkControl.Known;
import dev.hebb.command.NetworkControl.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkControlTest {
    private static final Known KNOWN = new Known(neuron -> neuron < 10, "ADULT"::equals);

    private final NetworkControl control = new NetworkControl();
    private long number;

    @Test
    void gainsAreAveragedOverTheWindowByTheTimeTheyHold() {
        // Given
        expect(25, new Attention(Target.neurons(1), 5, 75));
        // When
        control.enter(0, 100, KNOWN);
        // Then: half of the window at 5, half at 1
        assertThat(control.modulations(0, 100).attention(1)).isEqualTo(3);
        assertThat(control.modulations(0, 100).attention(2)).isEqualTo(1);
    }

    @Test
    void theLaterOfTwoCommandsPrevails() {
        // Given
        expect(0, new Attention(Target.neurons(1, 2), 5, Command.FOREVER));
        expect(50, new Attention(Target.neurons(1), 1, Command.FOREVER));
        // When
        control.enter(0, 100, KNOWN);
        // Then
        assertThat(control.modulations(0, 100).attention(1)).isEqualTo(3);
        assertThat(control.modulations(0, 100).attention(2)).isEqualTo(5);
    }

    @Test
    void calmEndsStressAndLeavesNothingBehind() {
        // Given
        expect(0, new Stress(0.8, Command.FOREVER));
        expect(100, new Stress(0, Command.FOREVER));
        // When
        control.enter(0, 100, KNOWN);
        double stressed = control.modulations(0, 100).stress();
        control.enter(100, 200, KNOWN);
        double calm = control.modulations(100, 200).stress();
        control.enter(200, 300, KNOWN);
        // Then
        assertThat(stressed).isEqualTo(0.8);
        assertThat(calm).isZero();
        assertThat(control.state().inForce()).isEmpty();
    }

    @Test
    void commandsThatFramingAppliesAreRefused() {
        // Given
        expect(10, new Command.Gap(10, 20));
        expect(11, new Command.NewEpoch(5));
        // When
        List<Outcome> outcomes = control.enter(0, 100, KNOWN);
        // Then
        assertThat(outcomes).extracting(Outcome::refusal).containsOnly("framing applies it, no shard does");
    }

    @Test
    void whatIsRewrittenAtEveryWindowIsBounded() {
        // Given: one more area than the limit, which is then made smaller
        int size = 100_000;
        for (int area = 0; area <= NetworkControl.MOST_LISTED / size; area++) {
            expect(area, new DefineArea("area " + area, IntStream.range(0, size).toArray()));
        }
        expect(50, new DefineArea("area 0", new int[] {1}));
        expect(51, new DefineArea("last", new int[] {1, 2}));
        // When
        List<Outcome> outcomes = control.enter(0, 100, KNOWN);
        // Then
        assertThat(outcomes)
                .extracting(Outcome::isApplied)
                .containsExactly(true, true, true, true, true, false, true, true);
        assertThat(outcomes.get(5).refusal()).contains("list 500000 neurons already, of at most 500000");
    }

    @Test
    void itMakesNoDifferenceWhenCommandsWereReceived() {
        // Given
        TimedCommand area = timed(10, new DefineArea("cortex", new int[] {3, 1, 3}));
        TimedCommand lesion = timed(20, new Lesion(Target.area("cortex")));
        // When
        control.expect(lesion);
        control.expect(area);
        List<Outcome> outcomes = control.enter(0, 100, KNOWN);
        // Then
        assertThat(outcomes).extracting(Outcome::isApplied).containsExactly(true, true);
        assertThat(outcomes).extracting(Outcome::command).containsExactly(area, lesion);
        assertThat(control.dead()).containsExactly(1, 3);
    }

    @Test
    void commandsWaitForTheirTime() {
        // Given
        expect(100, new Lesion(Target.neurons(1)));
        // When, Then
        assertThat(control.enter(0, 100, KNOWN)).isEmpty();
        assertThat(control.isWhole()).isTrue();
        assertThat(control.enter(100, 200, KNOWN)).hasSize(1);
        assertThat(control.isDead(1)).isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        // Given
        expect(1, new Attention(Target.neurons(3, 77), 2, 5));
        expect(2, new Lesion(Target.area("nowhere")));
        expect(3, new Stage("TODDLER", Stage.AGE_AS_BEFORE));
        // When
        List<Outcome> outcomes = control.enter(0, 100, KNOWN);
        // Then
        assertThat(outcomes).noneMatch(Outcome::isApplied);
        assertThat(outcomes.get(0).refusal()).startsWith("neuron 77 has not fired");
        assertThat(outcomes.get(1).refusal()).startsWith("the network has no area 'nowhere'");
        assertThat(outcomes.get(2).refusal()).startsWith("there is no stage 'TODDLER'");
        assertThat(control.state().inForce()).isEmpty();
    }

    @Test
    void aStageMaySayHowOldTheNetworkIs() {
        // Given
        control.born(10);
        expect(50, new Stage("ADULT", 1_000));
        // When
        control.enter(0, 100, KNOWN);
        // Then
        assertThat(control.stage()).isEqualTo("ADULT");
        assertThat(control.birthMicros()).isEqualTo(-950);
    }

    @Test
    void theGreatestAgeIsNotTheLeast() {
        // Given
        expect(50, new Stage("ADULT", Long.MAX_VALUE));
        // When
        control.enter(0, 100, KNOWN);
        // Then
        assertThat(100 - control.birthMicros()).isGreaterThan(1L << 53);
    }

    @Test
    void impossibleCommandsCannotBeMade() {
        assertThatThrownBy(() -> new Stress(1.5, 9)).hasMessageContaining("it must lie in [0, 1]");
        assertThatThrownBy(() -> new Stimulation(Target.neurons(1), -1, 9)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new Attention(Target.neurons(1), Double.NaN, 9))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Target.neurons(new int[0])).hasMessageContaining("it names no neuron");
        assertThatThrownBy(() -> Target.neurons(-4)).hasMessageContaining("-4 is negative");
        assertThatThrownBy(() -> timed(10, new Stress(0.5, 10))).hasMessageContaining("send a later end");
    }

    private void expect(long fromMicros, Command command) {
        control.expect(timed(fromMicros, command));
    }

    private TimedCommand timed(long fromMicros, Command command) {
        return new TimedCommand(fromMicros, number++, command, "", "", 0);
    }
}
