package dev.hebb.cli.demo;

import dev.hebb.api.answer.PrunedEntry;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.NumberText;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import java.util.Locale;

/** Formats the progress of a demonstration. */
final class DemoLines {
    private DemoLines() {}

    /** The event time that is reached, as in 12:30 of 30:00. */
    static String time(DemoStatus status, long totalMicros) {
        return EventTime.minutes(status.micros()) + " of " + EventTime.minutes(totalMicros);
    }

    static String counts(DemoStatus status) {
        return String.format(
                Locale.ROOT,
                "spikes %9s   pairs %11s",
                NumberText.grouped(status.spikes()),
                NumberText.grouped(status.pairs()));
    }

    static String synapses(DemoStatus status) {
        return String.format(
                Locale.ROOT,
                "synapses: formed %3d   active %3d   dormant %3d   pruned %3d   neurons pruned %d",
                status.formed(),
                status.active(),
                status.dormant(),
                status.pruned(),
                status.prunedNeurons());
    }

    static String pruning(PruningEvent event) {
        String what = event.getKind() == PruningKind.NEURON
                ? "neuron " + event.getPost()
                : event.getPre() + " -> " + event.getPost();
        String weight = event.getKind() == PruningKind.NEURON ? "" : "weight " + NumberText.fixed(event.getWeight(), 3);
        return String.format(
                Locale.ROOT,
                "%s  %-10s  %-12s  %s: %s",
                EventTime.minutes(event.getAt()),
                what,
                weight,
                event.getReason(),
                PrunedEntry.inWords(event.getReason()));
    }
}
