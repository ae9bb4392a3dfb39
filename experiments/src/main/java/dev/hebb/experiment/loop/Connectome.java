package dev.hebb.experiment.loop;

import dev.hebb.experiment.loop.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The wiring diagram as a subscriber of the pipeline's topics sees it, and how it came about. */
public final class Connectome {
    private final Map<Pair, Synapse> synapses = new HashMap<>();
    private final List<Finding> transitions = new ArrayList<>();

    /** An ordered pair of neurons. */
    public record Pair(int pre, int post) {}

    /**
     * A synapse.
     *
     * @param active false while it is dormant
     * @param weight in [0, 1]
     */
    public record Synapse(boolean active, double weight) {}

    void hear(Finding finding) {
        Pair pair = new Pair(finding.pre(), finding.post());
        if (finding.kind() == Kind.PRUNED) {
            synapses.remove(pair);
        } else if (finding.kind() != Kind.WEIGHT || synapses.containsKey(pair)) {
            synapses.put(pair, new Synapse(finding.active(), finding.weight()));
        }
        if (finding.kind() != Kind.WEIGHT) {
            transitions.add(finding);
        }
    }

    /** Synapses there are, active and dormant. */
    public int size() {
        return synapses.size();
    }

    /** How many of these pairs have an active synapse. */
    public long active(Collection<Pair> pairs) {
        return pairs.stream().filter(this::isActive).count();
    }

    /** Those of these pairs that have an active synapse. */
    public Set<Pair> conducting(Collection<Pair> pairs) {
        return pairs.stream().filter(this::isActive).collect(Collectors.toSet());
    }

    /** How many of these pairs something happened to, once or more often, since a window. */
    public long befell(Kind kind, long fromWindow, Collection<Pair> pairs) {
        return transitions.stream()
                .filter(finding -> finding.kind() == kind && finding.window() >= fromWindow)
                .map(finding -> new Pair(finding.pre(), finding.post()))
                .filter(pairs::contains)
                .distinct()
                .count();
    }

    /** How many of these pairs have a synapse, active or dormant. */
    public long existing(Collection<Pair> pairs) {
        return pairs.stream().filter(synapses::containsKey).count();
    }

    private boolean isActive(Pair pair) {
        Synapse synapse = synapses.get(pair);
        return synapse != null && synapse.active();
    }

    /** Mean weight of these pairs; one without an active synapse counts as 0. */
    public double meanWeight(Collection<Pair> pairs) {
        ToDoubleFunction<Pair> weight = pair -> isActive(pair)
                ? synapses.getOrDefault(pair, new Synapse(false, 0)).weight()
                : 0;
        return pairs.stream().mapToDouble(weight).average().orElse(0);
    }

    /** Every transition since the beginning, in order. */
    public List<Finding> transitions() {
        return List.copyOf(transitions);
    }
}
