package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb control attend}. */
@Command(
        name = "attend",
        description = "Pay attention: multiply the learning rate of the dendrites of an area or of neurons.",
        mixinStandardHelpOptions = true)
final class AttendCommand implements Runnable {
    @ArgGroup(multiplicity = "1")
    private TargetOptions target = new TargetOptions();

    @Option(names = "--gain", paramLabel = "GAIN", required = true, description = "From 0 to 100; 1 ends it.")
    private double gain;

    @Mixin
    private final PeriodOptions period = new PeriodOptions();

    @Mixin
    private final CommandOptions order = new CommandOptions();

    @Override
    public void run() {
        ObjectNode fields = order.fields("attention").put("gain", gain);
        target.putInto(fields);
        period.putInto(fields);
        order.send(fields);
    }
}
