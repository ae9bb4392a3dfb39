package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb control stimulate}. */
@Command(
        name = "stimulate",
        description = "Augment or constrain excitability: simulated tissue obeys, the pipeline marks the period.",
        mixinStandardHelpOptions = true)
final class StimulateCommand implements Runnable {
    @ArgGroup(multiplicity = "1")
    private TargetOptions target = new TargetOptions();

    @Option(
            names = "--gain",
            paramLabel = "GAIN",
            required = true,
            description = "From 0 to 100: above 1 augments, below 1 constrains, 1 ends it.")
    private double gain;

    @Mixin
    private final PeriodOptions period = new PeriodOptions();

    @Mixin
    private final CommandOptions order = new CommandOptions();

    @Override
    public void run() {
        ObjectNode fields = order.fields("stimulation").put("gain", gain);
        target.putInto(fields);
        period.putInto(fields);
        order.send(fields);
    }
}
