package dev.hebb.cli.demo;

import dev.hebb.api.answer.Pruned;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.Numbers;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import java.util.Locale;

/** How a demonstration puts things. */
final class DemoLines {
    private DemoLines() {}

    /** As in 12:30 of 30:00. */
    static String time(DemoStatus status, long totalMicros) {
        return EventTime.minutes(status.micros()) + " of " + EventTime.minutes(totalMicros);
    }

    static String counts(DemoStatus status) {
        return String.format(
                Locale.ROOT,
                "spikes %9s   pairs %11s",
                Numbers.grouped(status.spikes()),
                Numbers.grouped(status.pairs()));
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
        String weight = event.getKind() == PruningKind.NEURON ? "" : "weight " + Numbers.fixed(event.getWeight(), 3);
        return String.format(
                Locale.ROOT,
                "%s  %-10s  %-12s  %s: %s",
                EventTime.minutes(event.getAt()),
                what,
                weight,
                event.getReason(),
                Pruned.inWords(event.getReason()));
    }
}
