package dev.hebb.cli.watch;

import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.NumberText;
import dev.hebb.schema.SynapseEvent;
import java.util.List;

/** One line for each synapse that forms, becomes dormant, or becomes active again. */
final class SynapseLines implements Lines<SynapseEvent> {
    private final Columns columns = new Columns()
            .left("TIME", 16)
            .left("NETWORK", 10)
            .left("EVENT", 8)
            .left("SYNAPSE", 14)
            .right("WEIGHT", 6)
            .right("Z", 5)
            .right("LAG", 7)
            .left("WHY", 20);

    @Override
    public String header() {
        return columns.header();
    }

    @Override
    public String network(SynapseEvent event) {
        return event.getNetwork();
    }

    @Override
    public List<String> of(SynapseEvent event) {
        return List.of(columns.line(
                EventTime.of(event.getAt()),
                event.getNetwork(),
                event.getKind(),
                event.getPre() + " -> " + event.getPost(),
                NumberText.fixed(event.getWeight(), 3),
                NumberText.fixed(event.getZ(), 1),
                NumberText.millis(event.getLagMicros()),
                inWords(event.getReason(), event.getInhibitory())));
    }

    /** Reasons are strings on this topic: a newer app may have more of them. */
    private static String inWords(String reason, boolean inhibitory) {
        return switch (reason) {
            case "CONNECTED" ->
                inhibitory
                        ? "CONNECTED: one silences the other, far below chance"
                        : "CONNECTED: the two fire together far above chance";
            case "WEAK" -> "WEAK: its weight fell under the threshold";
            case "OUTCOMPETED" -> "OUTCOMPETED: stronger synapses took its place";
            case "CO_FIRING" -> "CO_FIRING: the two fire together again";
            case "LOST_INPUT" -> "LOST_INPUT: the neuron lost other input";
            default -> reason;
        };
    }
}
