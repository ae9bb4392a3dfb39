package dev.hebb.control;

import dev.hebb.client.PlainText;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Conversion between commands of the engine and records of the topic {@code control}, in both directions. */
public final class CommandRecords {
    private static final int MOST_WORDS = 500;

    private CommandRecords() {}

    /** The record of a command; its key on the topic is the network. */
    public static ControlEvent event(String network, TimedCommand timed) {
        SpecificRecord command = timed.command().accept(new Writer());
        return new ControlEvent(
                network, timed.effectiveFromMicros(), command, timed.id(), timed.sentBy(), timed.sentAtMicros());
    }

    /**
     * The command in a record. A gap takes effect where it begins, whatever the record says.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static TimedCommand timed(ControlEvent event) {
        flaw(event).ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw);
        });
        Command command = command(event.getCommand());
        long from = command instanceof Command.Gap gap ? gap.fromMicros() : event.getEffectiveFrom();
        return new TimedCommand(from, 0, command, event.getId(), event.getSentBy(), event.getSentAt());
    }

    /** Returns what is wrong with the texts of a record; empty if they are {@link PlainText}. */
    public static Optional<String> flaw(ControlEvent event) {
        return Stream.concat(
                        Stream.of(
                                PlainText.flaw("the command's id", event.getId()),
                                PlainText.flaw("the command's sender", event.getSentBy())),
                        flaws((SpecificRecord) event.getCommand()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Looks at every text of a command, so that no kind of command can be forgotten here. */
    private static Stream<Optional<String>> flaws(SpecificRecord command) {
        return command.getSchema().getFields().stream()
                .filter(field -> command.get(field.pos()) instanceof CharSequence)
                .map(field -> PlainText.flaw(
                        "the name of the " + field.name(),
                        command.get(field.pos()).toString()));
    }

    /** Returns what a record asks for, in words, however wrong it is; of a wrong one the beginning, on one line. */
    public static String words(ControlEvent event) {
        if (event.getCommand() instanceof Gap gap) {
            return Command.Gap.words(gap.getFrom(), gap.getTo());
        }
        try {
            return timed(event).command().words();
        } catch (IllegalArgumentException e) {
            return PlainText.shown(String.valueOf(event.getCommand()), MOST_WORDS);
        }
    }

    private static Command command(Object command) {
        if (command instanceof DefineArea area) {
            return new Command.DefineArea(area.getArea(), ints(area.getNeurons()));
        } else if (command instanceof Attention attention) {
            Target target = target(attention.getArea(), attention.getNeurons());
            return new Command.Attention(target, attention.getGain(), until(attention.getUntil()));
        } else if (command instanceof Stress stress) {
            return new Command.Stress(stress.getLevel(), until(stress.getUntil()));
        } else if (command instanceof Lesion lesion) {
            return new Command.Lesion(target(lesion.getArea(), lesion.getNeurons()));
        } else if (command instanceof Stimulation stimulation) {
            Target target = target(stimulation.getArea(), stimulation.getNeurons());
            return new Command.Stimulation(target, stimulation.getGain(), until(stimulation.getUntil()));
        } else if (command instanceof Stage stage) {
            Long age = stage.getAgeMicros();
            return new Command.Stage(
                    stage.getStage() == null ? "" : stage.getStage(), age == null ? Command.Stage.AGE_AS_BEFORE : age);
        } else if (command instanceof Gap gap) {
            return new Command.Gap(gap.getFrom(), gap.getTo());
        } else if (command instanceof NewEpoch epoch) {
            return new Command.NewEpoch(epoch.getShiftMicros());
        } else if (command instanceof Forget) {
            return new Command.Forget();
        }
        throw new IllegalArgumentException("this version does not know the command");
    }

    private static Target target(@Nullable String area, List<Integer> neurons) {
        return new Target(area == null ? "" : area, ints(neurons));
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long until(@Nullable Long micros) {
        return micros == null ? Command.FOREVER : micros;
    }

    /** The Avro record of each command, without its time. */
    private static final class Writer implements Command.Visitor<SpecificRecord> {
        @Override
        public SpecificRecord defineArea(Command.DefineArea area) {
            return new DefineArea(area.area(), list(area.neurons()));
        }

        @Override
        public SpecificRecord attention(Command.Attention attention) {
            Target to = attention.target();
            return new Attention(area(to), list(to.neurons()), attention.gain(), until(attention.untilMicros()));
        }

        @Override
        public SpecificRecord stress(Command.Stress stress) {
            return new Stress(stress.level(), until(stress.untilMicros()));
        }

        @Override
        public SpecificRecord lesion(Command.Lesion lesion) {
            return new Lesion(area(lesion.target()), list(lesion.target().neurons()));
        }

        @Override
        public SpecificRecord stimulation(Command.Stimulation stimulation) {
            Target of = stimulation.target();
            return new Stimulation(area(of), list(of.neurons()), stimulation.gain(), until(stimulation.untilMicros()));
        }

        @Override
        public SpecificRecord stage(Command.Stage stage) {
            return new Stage(
                    stage.stage().isEmpty() ? null : stage.stage(),
                    stage.ageMicros() == Command.Stage.AGE_AS_BEFORE ? null : stage.ageMicros());
        }

        @Override
        public SpecificRecord gap(Command.Gap gap) {
            return new Gap(gap.fromMicros(), gap.toMicros());
        }

        @Override
        public SpecificRecord newEpoch(Command.NewEpoch epoch) {
            return new NewEpoch(epoch.shiftMicros());
        }

        @Override
        public SpecificRecord forget(Command.Forget forget) {
            return new Forget();
        }

        private static @Nullable String area(Target target) {
            return target.area().isEmpty() ? null : target.area();
        }

        private static @Nullable Long until(long micros) {
            return micros == Command.FOREVER ? null : micros;
        }

        private static List<Integer> list(int[] neurons) {
            return Arrays.stream(neurons).boxed().toList();
        }
    }
}
