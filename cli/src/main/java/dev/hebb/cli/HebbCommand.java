package dev.hebb.cli;

import dev.hebb.cli.support.VersionProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command; {@link Commands} has the others. */
@Command(
        name = "hebb",
        description = "Infer the wiring diagram of a network from its spikes, which go through Kafka.",
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
        })
final class HebbCommand {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "If a command fails, print a stack trace.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }
}
