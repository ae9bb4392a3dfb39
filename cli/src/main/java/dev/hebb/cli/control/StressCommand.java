package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb control stress}. */
@Command(
        name = "stress",
        description =
                "Put the network under stress: learning and forgetting fall back, and it runs on the routes it has.",
        mixinStandardHelpOptions = true)
final class StressCommand implements Runnable {
    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            required = true,
            description = "From 0, calm, to 1, where nothing is learned or forgotten.")
    private double level;

    @Mixin
    private final PeriodOptions period = new PeriodOptions();

    @Mixin
    private final CommandOptions order = new CommandOptions();

    @Override
    public void run() {
        ObjectNode fields = order.fields("stress").put("level", level);
        period.putInto(fields);
        order.send(fields);
    }
}
