package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.produce.Durations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hebb control stage}. */
@Command(
        name = "stage",
        description = "Set the developmental stage, or let the network's age say it; or say how old the network is.",
        mixinStandardHelpOptions = true)
final class StageCommand implements Runnable {
    @Parameters(
            arity = "0..1",
            paramLabel = "STAGE",
            description = "Name of a stage: GROWTH, REFINEMENT, MATURITY, or what is configured.")
    private @Nullable String stage;

    @Option(names = "--by-schedule", description = "The schedule holds (again): the network's age says the stage.")
    private boolean bySchedule;

    @Option(names = "--age", paramLabel = "TIME", description = "The network is so old when this takes effect: 14d.")
    private @Nullable String age;

    @Mixin
    private final FromOption from = new FromOption();

    @Mixin
    private final CommandOptions order = new CommandOptions();

    @Override
    public void run() {
        if (bySchedule == (stage != null)) {
            throw new IllegalArgumentException("which stage? Give the name of one, or --by-schedule");
        }
        ObjectNode fields = order.fields("stage");
        if (stage == null) {
            fields.put("schedule", true);
        } else {
            fields.put("stage", stage);
        }
        if (age != null) {
            fields.put("age", Durations.parseMicros(age));
        }
        from.putInto(fields);
        order.send(fields);
    }
}
