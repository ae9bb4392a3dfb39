package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.cli.support.EventTime;
import dev.hebb.client.Durations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hebb control}: commands a network. Every subcommand is a class here, which puts its options into the fields of
 * a request, so that a new one needs no file of its own.
 */
@Command(
        name = "control",
        description = "Command a network: attention, stress, lesions, stimulation, stages, areas, unobserved time.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A command takes effect at the event time --from, by default at the start of the network's next",
            "window. 'hebb watch network' shows the result.",
            "",
            "  hebb control area cortex --network dish --neuron-ids 0-49,60",
            "  hebb control attend --network dish --area cortex --gain 3 --for 10m",
            "  hebb control stress --network dish --level 0.8 --until 2h",
            "  hebb control lesion --network dish --neuron-ids 7,12",
            "  hebb control stage REFINEMENT --network dish"
        },
        subcommands = {
            ControlCommand.AreaCommand.class,
            ControlCommand.Attend.class,
            ControlCommand.StressCommand.class,
            ControlCommand.Calm.class,
            ControlCommand.LesionCommand.class,
            ControlCommand.Stimulate.class,
            ControlCommand.StageCommand.class,
            ControlCommand.GapCommand.class
        })
public final class ControlCommand {
    private ControlCommand() {}

    /** A command to a network, with the options that all of them have. */
    private abstract static class NetworkCommand implements Runnable {
        @Mixin
        final CommandOptions options = new CommandOptions();
    }

    /** {@code hebb control area}: names a set of neurons. */
    @Command(
            name = "area",
            description = "Name a set of neurons. A second definition replaces the first.",
            mixinStandardHelpOptions = true)
    static final class AreaCommand extends NetworkCommand {
        @Parameters(paramLabel = "AREA", description = "The area's name.")
        private String area = "";

        @Option(names = "--neuron-ids", paramLabel = "IDS", required = true, description = "Neurons, as in 0-49,60.")
        private String neurons = "";

        @Mixin
        private final FromOption from = new FromOption();

        @Override
        public void run() {
            options.send("area", from, fields -> fields.put("area", area).put("neurons", neurons));
        }
    }

    /** {@code hebb control attend}: changes the learning rate of dendrites. */
    @Command(
            name = "attend",
            description = "Pay attention: multiply the learning rate of the dendrites of an area or of neurons.",
            mixinStandardHelpOptions = true)
    static final class Attend extends NetworkCommand {
        @ArgGroup(multiplicity = "1")
        private TargetOptions target = new TargetOptions();

        @Option(names = "--gain", paramLabel = "GAIN", required = true, description = "From 0 to 100; 1 ends it.")
        private double gain;

        @Mixin
        private final PeriodOptions period = new PeriodOptions();

        @Override
        public void run() {
            options.send("attention", target, period, fields -> fields.put("gain", gain));
        }
    }

    /** {@code hebb control stress}: puts a network under stress. */
    @Command(
            name = "stress",
            description = "Put the network under stress: it learns and forgets less, and uses the routes that it has.",
            mixinStandardHelpOptions = true)
    static final class StressCommand extends NetworkCommand {
        @Option(
                names = "--level",
                paramLabel = "LEVEL",
                required = true,
                description = "From 0, calm, to 1, where nothing is learned or forgotten.")
        private double level;

        @Mixin
        private final PeriodOptions period = new PeriodOptions();

        @Override
        public void run() {
            options.send("stress", period, fields -> fields.put("level", level));
        }
    }

    /** {@code hebb control calm}: ends stress. */
    @Command(name = "calm", description = "End stress.", mixinStandardHelpOptions = true)
    static final class Calm extends NetworkCommand {
        @Mixin
        private final FromOption from = new FromOption();

        @Override
        public void run() {
            options.send("calm", from);
        }
    }

    /** {@code hebb control lesion}: kills neurons. */
    @Command(
            name = "lesion",
            description = "Mark neurons as dead: their synapses are pruned as DAMAGED. Cannot be undone.",
            mixinStandardHelpOptions = true)
    static final class LesionCommand extends NetworkCommand {
        @ArgGroup(multiplicity = "1")
        private TargetOptions target = new TargetOptions();

        @Mixin
        private final FromOption from = new FromOption();

        @Override
        public void run() {
            options.send("lesion", target, from);
        }
    }

    /** {@code hebb control stimulate}: changes excitability. */
    @Command(
            name = "stimulate",
            description =
                    "Augment or constrain excitability: simulated tissue applies it, the pipeline marks the period.",
            mixinStandardHelpOptions = true)
    static final class Stimulate extends NetworkCommand {
        @ArgGroup(multiplicity = "1")
        private TargetOptions target = new TargetOptions();

        @Option(
                names = "--gain",
                paramLabel = "GAIN",
                required = true,
                description = "From 0 to 100: above 1 augments, below 1 constrains, 1 ends it.")
        private double gain;

        @Mixin
        private final PeriodOptions period = new PeriodOptions();

        @Override
        public void run() {
            options.send("stimulation", target, period, fields -> fields.put("gain", gain));
        }
    }

    /** {@code hebb control stage}: sets the developmental stage or the age. */
    @Command(
            name = "stage",
            description = "Set the developmental stage, or let the network's age determine it; or set the age.",
            mixinStandardHelpOptions = true)
    static final class StageCommand extends NetworkCommand {
        @Parameters(
                arity = "0..1",
                paramLabel = "STAGE",
                description = "Name of a stage: GROWTH, REFINEMENT, MATURITY, or a configured name.")
        private @Nullable String stage;

        @Option(names = "--by-schedule", description = "Let the network's age determine the stage (again).")
        private boolean bySchedule;

        @Option(
                names = "--age",
                paramLabel = "TIME",
                description = "Age of the network when this takes effect, as in 14d.")
        private @Nullable String age;

        @Mixin
        private final FromOption from = new FromOption();

        @Override
        public void run() {
            if (bySchedule == (stage != null)) {
                throw new IllegalArgumentException("which stage? Give the name of one, or --by-schedule");
            }
            options.send("stage", from, this::putInto);
        }

        private void putInto(ObjectNode fields) {
            if (stage == null) {
                fields.put("schedule", true);
            } else {
                fields.put("stage", stage);
            }
            if (age != null) {
                fields.put("age", Durations.parseMicros(age));
            }
        }
    }

    /** {@code hebb control gap}: marks time as unobserved. */
    @Command(
            name = "gap",
            description = "Mark a time as unobserved: the network grows older, nothing is learned, nothing decays.",
            mixinStandardHelpOptions = true)
    static final class GapCommand extends NetworkCommand {
        @Option(names = "--from", paramLabel = "WHEN", required = true, description = "Its beginning, an event time.")
        private String from = "";

        @Option(
                names = "--until",
                paramLabel = "WHEN",
                required = true,
                description = "Its end, an event time, exclusive.")
        private String until = "";

        @Override
        public void run() {
            options.send(
                    "gap", fields -> fields.put("from", EventTime.parse(from)).put("to", EventTime.parse(until)));
        }
    }
}
