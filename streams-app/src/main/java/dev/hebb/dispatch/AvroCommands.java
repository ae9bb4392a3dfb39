package dev.hebb.dispatch;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.schema.Attention;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Lesion;
import dev.hebb.schema.Stage;
import dev.hebb.schema.Stimulation;
import dev.hebb.schema.Stress;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Commands as the topic {@code control} has them. */
final class AvroCommands {
    private AvroCommands() {}

    static SpecificRecord of(Command command) {
        if (command instanceof Command.DefineArea area) {
            return new DefineArea(area.area(), list(area.neurons()));
        } else if (command instanceof Command.Attention attention) {
            Target to = attention.target();
            return new Attention(area(to), list(to.neurons()), attention.gain(), until(attention.untilMicros()));
        } else if (command instanceof Command.Stress stress) {
            return new Stress(stress.level(), until(stress.untilMicros()));
        } else if (command instanceof Command.Lesion lesion) {
            return new Lesion(area(lesion.target()), list(lesion.target().neurons()));
        } else if (command instanceof Command.Stimulation stimulation) {
            Target of = stimulation.target();
            return new Stimulation(area(of), list(of.neurons()), stimulation.gain(), until(stimulation.untilMicros()));
        } else if (command instanceof Command.Stage stage) {
            return new Stage(
                    stage.stage().isEmpty() ? null : stage.stage(),
                    stage.ageMicros() == Command.Stage.AGE_AS_BEFORE ? null : stage.ageMicros());
        }
        throw new IllegalArgumentException("topic control has no record for " + command.words());
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
