package dev.hebb.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.schema.Attention;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Forget;
import dev.hebb.schema.Gap;
import dev.hebb.schema.Lesion;
import dev.hebb.schema.NewEpoch;
import dev.hebb.schema.Stage;
import dev.hebb.schema.Stimulation;
import dev.hebb.schema.Stress;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRecordsTest {
    private static final long NOW = 350;

    /** Commands, and the records that the topic has of them. */
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(
                        new Command.DefineArea("cortex", new int[] {3, 1, 3}), new DefineArea("cortex", List.of(1, 3))),
                Arguments.of(
                        new Command.Attention(Target.area("cortex"), 3, NOW + 10),
                        new Attention("cortex", List.of(), 3.0, NOW + 10)),
                Arguments.of(
                        new Command.Attention(Target.neurons(7, 1), 0.5, Command.FOREVER),
                        new Attention(null, List.of(1, 7), 0.5, null)),
                Arguments.of(new Command.Stress(0.8, 400), new Stress(0.8, 400L)),
                Arguments.of(new Command.Lesion(Target.neurons(5)), new Lesion(null, List.of(5))),
                Arguments.of(
                        new Command.Stimulation(Target.area("a b"), 2, Command.FOREVER),
                        new Stimulation("a b", List.of(), 2.0, null)),
                Arguments.of(
                        new Command.Stage("REFINEMENT", Command.Stage.AGE_AS_BEFORE), new Stage("REFINEMENT", null)),
                Arguments.of(new Command.Stage("", 86_400), new Stage(null, 86_400L)),
                Arguments.of(new Command.Gap(NOW, 360), new Gap(NOW, 360L)),
                Arguments.of(new Command.NewEpoch(-7), new NewEpoch(-7L)),
                Arguments.of(new Command.Forget(), new Forget()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void writesACommandAndReadsItBack(Command command, SpecificRecord expected) throws IOException {
        // Given
        TimedCommand timed = new TimedCommand(NOW, 0, command, "id", "anna", 5);

        // When
        ControlEvent event = CommandRecords.event("dish", timed);
        ControlEvent received = ControlEvent.fromByteBuffer(event.toByteBuffer());

        // Then
        assertThat(received).isEqualTo(new ControlEvent("dish", NOW, expected, "id", "anna", 5L));
        assertThat(CommandRecords.timed(received)).isEqualTo(timed);
        assertThat(CommandRecords.words(received)).isEqualTo(command.words());
    }

    @Test
    void everyCommandOfTheEngineIsARecordOfTheTopicAndTheOtherWayRound() {
        assertThat(commands().<Class<?>>map(row -> row.get()[0].getClass()))
                .containsOnly(Command.class.getPermittedSubclasses());
        assertThat(commands().map(row -> ((SpecificRecord) row.get()[1]).getSchema()))
                .containsOnly(ControlEvent.getClassSchema()
                        .getField("command")
                        .schema()
                        .getTypes()
                        .toArray(new Schema[0]));
    }

    @Test
    void aGapTakesEffectWhereItBegins() {
        // Given
        ControlEvent event = new ControlEvent("dish", 9_000L, new Gap(10L, 20L), "", "", 0L);

        // Then
        assertThat(CommandRecords.timed(event).effectiveFromMicros()).isEqualTo(10);
    }

    @Test
    void saysWhatIsWrongWithACommandAndStillPutsItInWords() {
        // Given
        ControlEvent gap = new ControlEvent("dish", 0L, new Gap(10L, 5L), "", "", 0L);
        ControlEvent stress = new ControlEvent("dish", 0L, new Stress(2.0, null), "", "", 0L);

        // Then
        assertThatThrownBy(() -> CommandRecords.timed(gap))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the gap ends at 5 µs, not after it begins at 10 µs; give a later end, or an earlier beginning");
        assertThat(CommandRecords.words(gap)).isEqualTo("gap from 10 to 5 µs");
        assertThatThrownBy(() -> CommandRecords.timed(stress))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the level of stress is 2.0; it must lie in [0, 1]");
        assertThat(CommandRecords.words(stress)).isEqualTo("{\"level\": 2.0, \"until\": null}");
    }
}
