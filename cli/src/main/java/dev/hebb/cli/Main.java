package dev.hebb.cli;

import dev.hebb.cli.kafka.KafkaCommand;
import dev.hebb.cli.support.OneLineErrors;
import dev.hebb.cli.support.OutputCheck;
import dev.hebb.cli.support.StandardOutput;
import dev.hebb.cli.support.UsageErrors;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The main class of the command line {@code hebb}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        StandardOutput output = StandardOutput.install();
        System.exit(commandLineFor(output::failure, args).execute(args));
    }

    /** The whole command line, for tests too: set its writers, then execute. */
    static CommandLine commandLine() {
        return commandLine(Commands::addAll, Optional::empty);
    }

    /** Returns the command line with only what one command needs. */
    static CommandLine commandLineFor(Supplier<Optional<IOException>> outputFailure, String... line) {
        return commandLine(root -> Commands.addCalled(root, line), outputFailure);
    }

    private static CommandLine commandLine(
            Consumer<CommandLine> subcommands, Supplier<Optional<IOException>> outputFailure) {
        HebbCommand root = new HebbCommand();
        CommandLine commandLine = new CommandLine(root);
        subcommands.accept(commandLine);
        commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(new OutputCheck(outputFailure))
                .setExecutionExceptionHandler(new OneLineErrors(root::verbose))
                .setParameterExceptionHandler(new UsageErrors());
        HelpParagraphs.join(commandLine);
        RenamedOptions.accept(commandLine);
        // What follows a Kafka tool's name is the tool's own, even where it looks like an option of ours.
        commandLine.getSubcommands().values().stream()
                .filter(each -> each.getCommand() instanceof KafkaCommand)
                .forEach(kafka -> kafka.setStopAtPositional(true));
        return commandLine;
    }
}
