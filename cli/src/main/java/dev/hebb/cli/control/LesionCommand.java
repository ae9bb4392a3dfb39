package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hebb control lesion}. */
@Command(
        name = "lesion",
        description = "Neurons are dead: their synapses are pruned as DAMAGED. Cannot be undone.",
        mixinStandardHelpOptions = true)
final class LesionCommand implements Runnable {
    @ArgGroup(multiplicity = "1")
    private TargetOptions target = new TargetOptions();

    @Mixin
    private final FromOption from = new FromOption();

    @Mixin
    private final CommandOptions order = new CommandOptions();

    @Override
    public void run() {
        ObjectNode fields = order.fields("lesion");
        target.putInto(fields);
        from.putInto(fields);
        order.send(fields);
    }
}
