package dev.hebb.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.control.CommandRecords;
import dev.hebb.schema.ControlEvent;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Commands survive rows, frames and the topic: what was commanded is what is applied, also after a restart. */
class CommandRoundTripProperties {
    /** One generator for each kind of command. */
    private static final Map<Class<? extends Command>, Arbitrary<? extends Command>> KINDS = Map.of(
            Command.DefineArea.class, Combinators.combine(names(), neurons()).as(Command.DefineArea::new),
            Command.Attention.class,
                    Combinators.combine(targets(), gains(), ends()).as(Command.Attention::new),
            Command.Stress.class,
                    Combinators.combine(Arbitraries.doubles().between(0, 1), ends())
                            .as(Command.Stress::new),
            Command.Lesion.class, targets().map(Command.Lesion::new),
            Command.Stimulation.class,
                    Combinators.combine(targets(), gains(), ends()).as(Command.Stimulation::new),
            Command.Stage.class,
                    Combinators.combine(
                                    plainTexts().ofMaxLength(10),
                                    Arbitraries.longs().greaterOrEqual(Command.Stage.AGE_AS_BEFORE))
                            .as(Command.Stage::new),
            Command.Gap.class,
                    Combinators.combine(times(), Arbitraries.longs().between(1, 1L << 53))
                            .as((from, length) -> new Command.Gap(from, from + length)),
            Command.NewEpoch.class, Arbitraries.longs().map(Command.NewEpoch::new),
            Command.Forget.class, Arbitraries.just(new Command.Forget()));

    @Example
    void everyKindOfCommandIsTried() {
        assertThat(Set.<Class<?>>copyOf(KINDS.keySet())).containsOnly(Command.class.getPermittedSubclasses());
        assertThat(Command.KINDS).containsExactlyInAnyOrderElementsOf(KINDS.keySet());
    }

    @Example
    void kindsKeepTheirNumbersInRows() {
        // Given: the kinds that no golden row holds, besides those that control-row-1 holds
        List<TimedCommand> commands = List.of(
                new TimedCommand(0, 0, new Command.Gap(0, 3), "", "", 0),
                new TimedCommand(0, 0, new Command.NewEpoch(-2), "", "", 0),
                new TimedCommand(0, 0, new Command.Forget(), "", "", 0));

        // When
        ByteWriter out = new ByteWriter();
        CommandCodec.writeAll(out, commands);

        // Then
        assertThat(HexFormat.of().formatHex(out.toBytes()))
                .isEqualTo("03" + "0000000000" + "070006" + "0000000000" + "0803" + "0000000000" + "09");
    }

    @Property
    void commandsSurviveRowsAndFrames(@ForAll("commands") List<TimedCommand> commands) {
        // When
        ByteWriter out = new ByteWriter();
        CommandCodec.writeAll(out, commands);
        ByteReader in = new ByteReader(out.toBytes());

        // Then
        assertThat(CommandCodec.readAll(in)).isEqualTo(commands);
        in.expectEnd();
    }

    @Property
    void commandsSurviveTheTopic(@ForAll("commands") List<TimedCommand> commands) throws IOException {
        for (TimedCommand command : commands) {
            // When
            ControlEvent sent = CommandRecords.event("dish", command);
            ControlEvent received = ControlEvent.fromByteBuffer(sent.toByteBuffer());

            // Then: the topic has no place for the number, which framing gives
            assertThat(CommandRecords.timed(received)).isEqualTo(command.numbered(0));
        }
    }

    @Provide
    Arbitrary<List<TimedCommand>> commands() {
        List<Arbitrary<TimedCommand>> kinds =
                KINDS.values().stream().map(this::timed).toList();
        return Arbitraries.oneOf(kinds).list().ofMaxSize(10);
    }

    private Arbitrary<TimedCommand> timed(Arbitrary<? extends Command> kind) {
        Arbitrary<String> texts = plainTexts().ofMaxLength(5);
        return Combinators.combine(
                        kind, times(), Arbitraries.longs().greaterOrEqual(0), texts, texts, Arbitraries.longs())
                .as((command, from, number, id, by, at) -> new TimedCommand(
                        command instanceof Command.Gap gap ? gap.fromMicros() : from, number, command, id, by, at));
    }

    /** Texts that a command may have: others are refused. */
    private static StringArbitrary plainTexts() {
        return Arbitraries.strings()
                .withChars('a', 'Z', '0', ' ', ',', '\'', '-', '<', 'é', 'µ', '丹')
                .withCharRange('A', 'Z');
    }

    private static Arbitrary<Long> times() {
        return Arbitraries.longs().between(-(1L << 53), 1L << 53);
    }

    /** Later than {@link #times}. */
    private static Arbitrary<Long> ends() {
        return Arbitraries.longs().greaterOrEqual((1L << 53) + 1);
    }

    private static Arbitrary<Double> gains() {
        return Arbitraries.doubles().between(0, Command.LARGEST_GAIN);
    }

    private static Arbitrary<String> names() {
        return plainTexts().ofMinLength(1).ofMaxLength(10).filter(name -> !name.isBlank());
    }

    private static Arbitrary<int[]> neurons() {
        return Arbitraries.integers()
                .greaterOrEqual(0)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Arbitrary<Target> targets() {
        return Arbitraries.oneOf(names().map(Target::area), neurons().map(Target::neurons));
    }
}
