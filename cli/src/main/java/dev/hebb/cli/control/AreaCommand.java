package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hebb control area}. */
@Command(
        name = "area",
        description = "Name a set of neurons. A second definition replaces the first.",
        mixinStandardHelpOptions = true)
final class AreaCommand implements Runnable {
    @Parameters(paramLabel = "AREA", description = "The area's name.")
    private String area = "";

    @Option(names = "--neurons", paramLabel = "IDS", required = true, description = "Neurons, as in 0-49,60.")
    private String neurons = "";

    @Mixin
    private final FromOption from = new FromOption();

    @Mixin
    private final CommandOptions order = new CommandOptions();

    @Override
    public void run() {
        ObjectNode fields = order.fields("area").put("area", area).put("neurons", neurons);
        from.putInto(fields);
        order.send(fields);
    }
}
