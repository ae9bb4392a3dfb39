package dev.hebb.api.answer;

import dev.hebb.api.view.Synapse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The strongest route from a neuron to every neuron that it reaches: the routes that practice has made. Strength is the
 * product of weights, all at most 1, so that the strongest route to a neuron is found by Dijkstra's algorithm.
 */
final class Pathways {
    private final Map<Integer, List<Synapse>> outgoing = new HashMap<>();

    Pathways(List<Synapse> synapses) {
        for (Synapse synapse : synapses) {
            if (synapse.state().equals(Synapse.ACTIVE) && synapse.weight() > 0) {
                outgoing.computeIfAbsent(synapse.pre(), pre -> new ArrayList<>())
                        .add(synapse);
            }
        }
    }

    /** Strongest first; among equals by the last neuron, so that the order says nothing else. At most {@code limit}. */
    List<Pathway> from(int neuron, int limit) {
        Map<Integer, Step> settled = new HashMap<>();
        PriorityQueue<Step> open = new PriorityQueue<>(
                Comparator.comparingDouble(Step::strength).reversed().thenComparingInt(Step::neuron));
        open.add(new Step(neuron, 1, 0, null));
        List<Pathway> found = new ArrayList<>();
        while (!open.isEmpty() && found.size() < limit) {
            Step step = open.remove();
            if (settled.putIfAbsent(step.neuron, step) == null) {
                if (step.before != null) {
                    found.add(step.pathway());
                }
                for (Synapse synapse : outgoing.getOrDefault(step.neuron, List.of())) {
                    open.add(step.over(synapse));
                }
            }
        }
        return found;
    }

    private record Step(
            int neuron,
            double strength,
            long lagMicros,
            @Nullable Step before) {
        Step over(Synapse synapse) {
            return new Step(synapse.post(), strength * synapse.weight(), lagMicros + synapse.lagMicros(), this);
        }

        Pathway pathway() {
            List<Integer> neurons = new ArrayList<>();
            for (Step step = this; step != null; step = step.before) {
                neurons.add(0, step.neuron);
            }
            return new Pathway(neurons, strength, lagMicros);
        }
    }
}
