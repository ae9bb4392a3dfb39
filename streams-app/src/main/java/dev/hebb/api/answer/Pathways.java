package dev.hebb.api.answer;

import dev.hebb.api.view.SynapseView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The strongest route from a set of neurons to every neuron that it reaches. Strength is the product of weights, all at
 * most 1, so that it only falls along a route: a best-first search (Dijkstra's algorithm, on −log of the weights)
 * settles each neuron once, by its strongest route, which has no cycle.
 */
public final class Pathways {
    /** Default of {@link Wanted#recentMicros}: ten minutes. */
    public static final long USUALLY_RECENT_MICROS = 600_000_000L;

    private final Map<Integer, List<SynapseView>> outgoing = new HashMap<>();
    private final long nowMicros;

    /**
     * Query of routes.
     *
     * @param limit at most this many
     * @param recentMicros a synapse is in use if it co-fired within this many microseconds before the last window's end
     * @param practisedOnly leave out routes that have a synapse which is not in use
     */
    public record Wanted(int limit, long recentMicros, boolean practisedOnly) {}

    /** @param nowMicros end of the last closed window, event time in microseconds */
    Pathways(List<SynapseView> synapses, long nowMicros) {
        this.nowMicros = nowMicros;
        for (SynapseView synapse : synapses) {
            boolean conducts = synapse.state().equals(SynapseView.ACTIVE) && synapse.weight() > 0;
            if (conducts && synapse.kind().equals(SynapseView.EXCITATORY)) {
                outgoing.computeIfAbsent(synapse.pre(), pre -> new ArrayList<>())
                        .add(synapse);
            }
        }
    }

    /**
     * Strongest first; among equals by the last neuron, so that the order says nothing else. None ends where it began.
     */
    List<Pathway> from(Collection<Integer> neurons, Wanted wanted) {
        long usedSince = nowMicros - wanted.recentMicros;
        Set<Integer> settled = new HashSet<>(neurons);
        PriorityQueue<Step> open = new PriorityQueue<>(
                Comparator.comparingDouble(Step::strength).reversed().thenComparingInt(Step::neuron));
        neurons.forEach(neuron -> open.add(new Step(neuron, 1, null, null)));
        List<Pathway> found = new ArrayList<>();
        while (!open.isEmpty() && found.size() < wanted.limit) {
            Step step = open.remove();
            if (step.over == null || settled.add(step.neuron)) {
                step.addTo(found, usedSince);
                for (SynapseView synapse : outgoing.getOrDefault(step.neuron, List.of())) {
                    boolean used = synapse.lastCoFiredAtMicros() >= usedSince;
                    if (!settled.contains(synapse.post()) && (used || !wanted.practisedOnly)) {
                        open.add(new Step(synapse.post(), step.strength * synapse.weight(), synapse, step));
                    }
                }
            }
        }
        return found;
    }

    /**
     * A neuron and how it was reached.
     *
     * @param over the synapse onto it; null where the route begins
     */
    private record Step(
            int neuron,
            double strength,
            @Nullable SynapseView over,
            @Nullable Step before) {
        void addTo(List<Pathway> found, long usedSince) {
            if (over != null) {
                found.add(pathway(usedSince));
            }
        }

        private Pathway pathway(long usedSince) {
            List<Integer> neurons = new ArrayList<>();
            long lag = 0;
            long oldest = Long.MAX_VALUE;
            long youngest = Long.MIN_VALUE;
            long lastUsed = Long.MAX_VALUE;
            for (Step step = this; step != null; step = step.before) {
                neurons.add(0, step.neuron);
                if (step.over != null) {
                    lag += step.over.lagMicros();
                    oldest = Math.min(oldest, step.over.formedAtMicros());
                    youngest = Math.max(youngest, step.over.formedAtMicros());
                    lastUsed = Math.min(lastUsed, step.over.lastCoFiredAtMicros());
                }
            }
            int synapses = neurons.size() - 1;
            return new Pathway(neurons, synapses, strength, lag, oldest, youngest, lastUsed, lastUsed >= usedSince);
        }
    }
}
