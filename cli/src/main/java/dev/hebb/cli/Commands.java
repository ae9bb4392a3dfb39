package dev.hebb.cli;

import dev.hebb.cli.ask.NetworksCommand;
import dev.hebb.cli.ask.PathwaysCommand;
import dev.hebb.cli.ask.SynapsesCommand;
import dev.hebb.cli.ask.WhatIfCommand;
import dev.hebb.cli.bench.BenchCommand;
import dev.hebb.cli.cofiring.CoFiringCommand;
import dev.hebb.cli.control.ControlCommand;
import dev.hebb.cli.control.ForgetCommand;
import dev.hebb.cli.demo.DemoCommand;
import dev.hebb.cli.doctor.DoctorCommand;
import dev.hebb.cli.experiment.ExperimentCommand;
import dev.hebb.cli.export.ExportCommand;
import dev.hebb.cli.feed.InspectCommand;
import dev.hebb.cli.feed.ReplayCommand;
import dev.hebb.cli.feed.SimulateCommand;
import dev.hebb.cli.kafka.KafkaCommand;
import dev.hebb.cli.snapshot.RestoreCommand;
import dev.hebb.cli.snapshot.SnapshotCommand;
import dev.hebb.cli.stack.AppCommand;
import dev.hebb.cli.stack.DownCommand;
import dev.hebb.cli.stack.UpCommand;
import dev.hebb.cli.watch.WatchCommand;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands, in the order of the help. A new command is one class and one line here.
 *
 * <p>Command classes are read by reflection, which takes a third of a second for all of them, so only the one that is
 * called is read whole, and of the others their names and descriptions. They stay thin: options, and a call into
 * classes that do the work.
 */
final class Commands {
    private static final List<Class<?>> ALL = List.of(
            // Running
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            AppCommand.class,
            SnapshotCommand.class,
            RestoreCommand.class,
            KafkaCommand.class,
            CompletionCommand.class,
            ArchiveCommand.class,

            // Spikes in
            InspectCommand.class,
            ReplayCommand.class,
            SimulateCommand.class,

            // Modulating
            ControlCommand.class,
            ForgetCommand.class,

            // Asking
            WatchCommand.class,
            NetworksCommand.class,
            SynapsesCommand.class,
            PathwaysCommand.class,
            CoFiringCommand.class,
            ExportCommand.class,
            WhatIfCommand.class,

            // Examining and measuring
            DoctorCommand.class,
            BenchCommand.class,
            ExperimentCommand.class);

    private Commands() {}

    /** Adds all of them whole. */
    static void addAll(CommandLine root) {
        ALL.forEach(command -> root.addSubcommand(command));
    }

    /** Adds the one that a command line calls whole, and of the others what help and errors show. */
    static void addCalled(CommandLine root, String[] line) {
        Optional<String> called = ALL.stream()
                .map(Commands::name)
                .filter(name -> List.of(line).contains(name))
                .min(Comparator.comparingInt(name -> List.of(line).indexOf(name)));
        for (Class<?> command : ALL) {
            if (called.isPresent() && called.get().equals(name(command))) {
                root.addSubcommand(command);
            } else {
                root.addSubcommand(name(command), shown(command));
            }
        }
    }

    private static CommandSpec shown(Class<?> command) {
        Command annotation = annotation(command);
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(annotation.description()).hidden(annotation.hidden());
        return spec;
    }

    private static String name(Class<?> command) {
        return annotation(command).name();
    }

    private static Command annotation(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(Command.class), "not a command");
    }
}
