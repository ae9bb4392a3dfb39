package dev.hebb.cli.demo;

import dev.hebb.cli.support.NumberText;
import dev.hebb.client.Durations;
import dev.hebb.simulate.PlantedSynapse;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.Wiring;
import dev.hebb.synapse.NeuronPair;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of a demonstration, compared with the wiring of the simulation.
 *
 * @param counts the outputs of the pipeline
 * @param wiring the simulated wiring
 * @param settings the network
 * @param watched how long it was watched
 */
record DemoSummary(DemoCounts counts, Wiring wiring, SimulationSettings settings, Duration watched) {
    void print(PrintWriter out) {
        DemoStatus status = counts.status();
        out.printf(
                "In %s of the network's time (%s here):%n",
                Durations.compact(settings.durationMicros()), Durations.seconds(watched));
        out.printf(
                "  %s spikes, %s pairs counted%n",
                NumberText.grouped(status.spikes()), NumberText.grouped(status.pairs()));
        out.printf(
                "  %d synapses formed; at the end %d active, %d dormant%n",
                status.formed(), status.active(), status.dormant());
        out.printf("  %d synapses and %d neurons pruned%s%n", status.pruned(), status.prunedNeurons(), reasons());
        out.printf(
                "  of %d planted synapses, %d were found; of the %d that stopped conducting, %d were pruned%n",
                wiring.synapses().size(), found(wiring.synapses()), cut().size(), prunedAgain());
        out.printf(
                "  %d pairs without a planted synapse formed one%n", counts.pairsFormed() - found(wiring.synapses()));
        out.println();
        out.flush();
    }

    private String reasons() {
        String reasons = counts.reasons().entrySet().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? "" : " (" + reasons + ")";
    }

    private long found(List<PlantedSynapse> synapses) {
        return synapses.stream()
                .filter(synapse -> counts.wasFormed(pair(synapse)))
                .count();
    }

    private List<PlantedSynapse> cut() {
        return wiring.synapses().stream()
                .filter(synapse -> synapse.untilMicros() != Long.MAX_VALUE)
                .toList();
    }

    private long prunedAgain() {
        return cut().stream().filter(synapse -> counts.wasPruned(pair(synapse))).count();
    }

    private static NeuronPair pair(PlantedSynapse synapse) {
        return new NeuronPair(synapse.pre(), synapse.post());
    }
}
