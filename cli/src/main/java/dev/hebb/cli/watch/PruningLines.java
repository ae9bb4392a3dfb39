package dev.hebb.cli.watch;

import dev.hebb.api.answer.PrunedEntry;
import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.NumberText;
import dev.hebb.client.Durations;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import java.util.List;

/** One line for each synapse and neuron that is pruned. */
final class PruningLines implements Lines<PruningEvent> {
    private final Columns columns = new Columns()
            .left("TIME", 16)
            .left("NETWORK", 10)
            .left("PRUNED", 14)
            .right("WEIGHT", 6)
            .right("LAG", 7)
            .right("LIVED", 9)
            .left("WHY", 20);

    @Override
    public String header() {
        return columns.header();
    }

    @Override
    public String network(PruningEvent event) {
        return event.getNetwork();
    }

    @Override
    public List<String> of(PruningEvent event) {
        boolean neuron = event.getKind() == PruningKind.NEURON;
        return List.of(columns.line(
                EventTime.of(event.getAt()),
                event.getNetwork(),
                neuron ? "neuron " + event.getPost() : event.getPre() + " -> " + event.getPost(),
                neuron ? "" : NumberText.fixed(event.getWeight(), 3),
                neuron ? "" : NumberText.millis(event.getLagMicros()),
                Durations.compact(event.getAt() - event.getFormedAt()),
                event.getReason() + ": " + PrunedEntry.inWords(event.getReason())));
    }
}
