package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hebb control calm}. */
@Command(name = "calm", description = "End stress.", mixinStandardHelpOptions = true)
final class CalmCommand implements Runnable {
    @Mixin
    private final FromOption from = new FromOption();

    @Mixin
    private final CommandOptions order = new CommandOptions();

    @Override
    public void run() {
        ObjectNode fields = order.fields("calm");
        from.putInto(fields);
        order.send(fields);
    }
}
