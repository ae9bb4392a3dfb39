package dev.hebb.cli.control;

import dev.hebb.cli.support.CliException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb forget}: deletes whatever the app keeps of a network. */
@Command(
        name = "forget",
        description =
                "Delete all that the app keeps of a network: synapses, counts, areas, clock, names. Cannot be undone.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "First stop the program that sends the network's spikes: the next spike begins a new network of",
            "this name. The network is deleted from the stores, and by tombstones from the topics dendrites",
            "and neurons. Topics with a history (events, windows, counts, spikes, control) keep it until",
            "Kafka deletes it."
        })
public final class ForgetCommand implements Runnable {
    @Option(names = "--yes", description = "Confirm: without this option, nothing is sent.")
    private boolean yes;

    @Mixin
    private final CommandOptions options = new CommandOptions();

    @Override
    public void run() {
        String network = options.network();
        if (!yes) {
            throw new CliException("this deletes all that is kept of network '" + network
                    + "', which cannot be undone; if that is meant, add --yes");
        }
        options.send("forget", fields -> fields.put("confirm", network));
    }
}
