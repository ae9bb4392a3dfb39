package dev.hebb.cli.control;

import dev.hebb.cli.EventTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb control gap}. */
@Command(
        name = "gap",
        description = "Nobody observed this time: the network grows older, nothing is learned, nothing withers.",
        mixinStandardHelpOptions = true)
final class GapCommand implements Runnable {
    @Option(names = "--from", paramLabel = "WHEN", required = true, description = "Its beginning, an event time.")
    private String from = "";

    @Option(names = "--to", paramLabel = "WHEN", required = true, description = "Its end, an event time, exclusive.")
    private String to = "";

    @Mixin
    private final OrderOptions order = new OrderOptions();

    @Override
    public void run() {
        order.send(order.fields("gap").put("from", EventTime.parse(from)).put("to", EventTime.parse(to)));
    }
}
