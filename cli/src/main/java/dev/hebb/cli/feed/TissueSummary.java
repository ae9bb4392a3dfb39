package dev.hebb.cli.feed;

import dev.hebb.client.Durations;
import dev.hebb.loop.LearnedSynapses;
import dev.hebb.loop.TissueLoop;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.SynapseState;
import dev.hebb.tissue.RoutePlan;
import dev.hebb.tissue.Tissue;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * A summary of simulated tissue, in a few lines.
 *
 * @param listens whether the tissue received answers
 */
record TissueSummary(String network, Tissue tissue, TissueLoop loop, boolean listens) {
    private static final double QUARTER = 0.25;

    void print(PrintWriter out) {
        long micros = Math.max(1, tissue.nowMicros() - tissue.settings().clock().startMicros());
        int neurons = tissue.settings().neurons();
        out.printf(
                Locale.ROOT,
                "%s: %d %s cells, %s simulated: %,d spikes, %.2f Hz%n",
                network,
                neurons,
                tissue.settings().model().name().toLowerCase(Locale.ROOT),
                Durations.format(micros),
                loop.spikes(),
                loop.spikes() * 1e6 / micros / neurons);
        tissue.settings().routes().forEach(route -> print(route, out));
        if (listens) {
            print(loop.synapses(), out);
        }
        out.flush();
    }

    private void print(RoutePlan route, PrintWriter out) {
        int cues = loop.meter().responses(route.name()).size();
        out.printf(
                Locale.ROOT,
                "%s: route %s, %d groups of %d: %s%n",
                network,
                route.name(),
                route.length(),
                route.width(),
                cues == 0
                        ? "never cued"
                        : String.format(
                                Locale.ROOT,
                                "%,d cues; response beyond chance %.2f in the first quarter of them, %.2f in the last",
                                cues,
                                loop.meter().mean(route.name(), 0, QUARTER),
                                loop.meter().mean(route.name(), 1 - QUARTER, 1)));
    }

    private void print(LearnedSynapses synapses, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %,d synapses formed, %,d masked, %,d unmasked, %,d pruned; %,d are active, %,d dormant%n",
                network,
                synapses.count(ChangeKind.FORMED),
                synapses.count(ChangeKind.MASKED),
                synapses.count(ChangeKind.UNMASKED),
                synapses.count(ChangeKind.PRUNED),
                synapses.count(SynapseState.ACTIVE),
                synapses.count(SynapseState.DORMANT));
    }
}
