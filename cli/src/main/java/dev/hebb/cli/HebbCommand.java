package dev.hebb.cli;

import dev.hebb.cli.ask.NetworksCommand;
import dev.hebb.cli.ask.PathwaysCommand;
import dev.hebb.cli.ask.SynapsesCommand;
import dev.hebb.cli.bench.BenchCommand;
import dev.hebb.cli.cofiring.CoFiringCommand;
import dev.hebb.cli.control.ControlCommand;
import dev.hebb.cli.demo.DemoCommand;
import dev.hebb.cli.doctor.DoctorCommand;
import dev.hebb.cli.experiment.ExperimentCommand;
import dev.hebb.cli.export.ExportCommand;
import dev.hebb.cli.feed.ReplayCommand;
import dev.hebb.cli.feed.SimulateCommand;
import dev.hebb.cli.kafka.KafkaCommand;
import dev.hebb.cli.stack.AppCommand;
import dev.hebb.cli.stack.DownCommand;
import dev.hebb.cli.stack.UpCommand;
import dev.hebb.cli.support.VersionProvider;
import dev.hebb.cli.watch.WatchCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The root command. A new command is one class and one line in {@code subcommands}.
 *
 * <p>Command classes are read by reflection when the line is parsed, so they stay thin: options, and a call into
 * classes that do the work.
 */
@Command(
        name = "hebb",
        description = "Spikes in through Kafka, a living wiring diagram out.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:failed; one line on standard error says why, and with --verbose where",
            " 2:the command line is wrong"
        },
        footer = {
            "",
            "Commands find the stack that 'hebb up' started by its data directory, or the cluster",
            "that is named with --bootstrap-servers and --schema-registry.",
            "'hebb COMMAND --help' says more."
        },
        subcommands = {
            // Running
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            AppCommand.class,
            KafkaCommand.class,

            // Spikes in
            ReplayCommand.class,
            SimulateCommand.class,

            // Modulating
            ControlCommand.class,

            // Asking
            WatchCommand.class,
            NetworksCommand.class,
            SynapsesCommand.class,
            PathwaysCommand.class,
            CoFiringCommand.class,
            ExportCommand.class,

            // Examining and measuring
            DoctorCommand.class,
            BenchCommand.class,
            ExperimentCommand.class
        })
final class HebbCommand {
    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "If a command fails, print where (a stack trace).")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }
}
