package dev.hebb.cli.control;

import dev.hebb.cli.support.EventTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb control gap}. */
@Command(
        name = "gap",
        description = "This time was not observed: the network grows older, nothing is learned, nothing withers.",
        mixinStandardHelpOptions = true)
final class GapCommand implements Runnable {
    @Option(names = "--from", paramLabel = "WHEN", required = true, description = "Its beginning, an event time.")
    private String from = "";

    @Option(names = "--to", paramLabel = "WHEN", required = true, description = "Its end, an event time, exclusive.")
    private String to = "";

    @Mixin
    private final CommandOptions order = new CommandOptions();

    @Override
    public void run() {
        order.send(order.fields("gap").put("from", EventTime.parse(from)).put("to", EventTime.parse(to)));
    }
}
