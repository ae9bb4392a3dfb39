package dev.hebb.control;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.schema.Attention;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Gap;
import dev.hebb.schema.Lesion;
import dev.hebb.schema.NewEpoch;
import dev.hebb.schema.Stage;
import dev.hebb.schema.Stimulation;
import dev.hebb.schema.Stress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Control events as commands, and in words. */
public final class CommandRecords {
    private CommandRecords() {}

    /**
     * The command in an event.
     *
     * @return null if it is none that shards obey
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static @Nullable TimedCommand of(ControlEvent event) {
        Command command = command(event.getCommand());
        return command == null
                ? null
                : new TimedCommand(
                        event.getEffectiveFrom(), 0, command, event.getId(), event.getSentBy(), event.getSentAt());
    }

    /** What an event asks for, in words, however wrong it is. */
    public static String words(ControlEvent event) {
        if (event.getCommand() instanceof Gap gap) {
            return "gap from " + gap.getFrom() + " to " + gap.getTo() + " µs";
        } else if (event.getCommand() instanceof NewEpoch epoch) {
            return "new epoch, " + epoch.getShiftMicros() + " µs on";
        }
        try {
            Command command = command(event.getCommand());
            return command == null ? String.valueOf(event.getCommand()) : command.words();
        } catch (IllegalArgumentException e) {
            return String.valueOf(event.getCommand());
        }
    }

    private static @Nullable Command command(Object command) {
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
        }
        return null;
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
}
