package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The target of a command, an area or neurons; use as {@code @ArgGroup}, exactly one of them. */
final class TargetOptions implements CommandPart {
    @Option(names = "--area", paramLabel = "AREA", required = true, description = "An area that was defined before.")
    private @Nullable String area;

    @Option(names = "--neuron-ids", paramLabel = "IDS", required = true, description = "Neurons, as in 0-49,60.")
    private @Nullable String neurons;

    @Override
    public void putInto(ObjectNode fields) {
        if (area != null) {
            fields.put("area", area);
        }
        if (neurons != null) {
            fields.put("neurons", neurons);
        }
    }
}
