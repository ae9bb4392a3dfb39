package dev.hebb.cli.control;

import picocli.CommandLine.Command;

/** {@code hebb control}: what modulates a network's learning. */
@Command(
        name = "control",
        description = "Command a network: attention, stress, lesions, stimulation, stages, areas, unobserved time.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A command holds from an event time on, 'now' unless --from says otherwise: the start of",
            "the network's next window. 'hebb watch network' shows the result.",
            "",
            "  hebb control area cortex --network dish --neurons 0-49,60",
            "  hebb control attend --network dish --area cortex --gain 3 --for 10m",
            "  hebb control stress --network dish --level 0.8 --until 2h",
            "  hebb control lesion --network dish --neurons 7,12",
            "  hebb control stage REFINEMENT --network dish"
        },
        subcommands = {
            AreaCommand.class,
            AttendCommand.class,
            StressCommand.class,
            CalmCommand.class,
            LesionCommand.class,
            StimulateCommand.class,
            StageCommand.class,
            GapCommand.class
        })
public final class ControlCommand {}
