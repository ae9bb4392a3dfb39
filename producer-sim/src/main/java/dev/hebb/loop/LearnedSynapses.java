package dev.hebb.loop;

import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.NeuronPair;
import dev.hebb.synapse.SynapseState;
import dev.hebb.tissue.SynapseNews;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The synapses of a network as far as the pipeline has reported them, and how often each transition happened. A
 * transition is what the states before and after it say, so that it counts once even where two topics tell of it. Not
 * thread-safe.
 */
public final class LearnedSynapses {
    private final Map<NeuronPair, Learned> synapses = new HashMap<>();
    private final Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
    private TransitionListener listener = (window, kind, news) -> {};

    private record Learned(SynapseState state, double weight) {}

    /** Receives transitions. */
    @FunctionalInterface
    public interface TransitionListener {
        /**
         * A transition.
         *
         * @param window the closed window that made it
         * @param news what was said of the synapse
         */
        void transition(long window, ChangeKind kind, SynapseNews news);
    }

    /** Calls back at every transition from now on. */
    public void onTransition(TransitionListener called) {
        listener = called;
    }

    void accept(long window, SynapseNews news) {
        ChangeKind kind = news instanceof SynapseNews.Present present
                ? kind(put(present), present.state())
                : kind(synapses.remove(news.pair()));
        if (kind != null) {
            counts.merge(kind, 1, Integer::sum);
            listener.transition(window, kind, news);
        }
    }

    private @Nullable Learned put(SynapseNews.Present news) {
        return synapses.put(news.pair(), new Learned(news.state(), news.weight()));
    }

    private static @Nullable ChangeKind kind(@Nullable Learned before, SynapseState now) {
        if (before == null) {
            return ChangeKind.FORMED;
        } else if (before.state() == now) {
            return null;
        }
        return now == SynapseState.ACTIVE ? ChangeKind.UNMASKED : ChangeKind.MASKED;
    }

    private static @Nullable ChangeKind kind(@Nullable Learned pruned) {
        return pruned == null ? null : ChangeKind.PRUNED;
    }

    /** Returns how often a transition happened. */
    public int count(ChangeKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Returns how many synapses are in a state now. */
    public int count(SynapseState state) {
        return (int) synapses.values().stream()
                .filter(synapse -> synapse.state() == state)
                .count();
    }

    /** Returns how many synapses there are, active and dormant. */
    public int size() {
        return synapses.size();
    }

    /** Returns how many of these pairs have a synapse, active or dormant. */
    public long existing(Collection<NeuronPair> pairs) {
        return pairs.stream().filter(synapses::containsKey).count();
    }

    /** Returns the pairs among these that have an active synapse. */
    public Set<NeuronPair> active(Collection<NeuronPair> pairs) {
        return pairs.stream().filter(pair -> activeWeight(pair) != null).collect(Collectors.toSet());
    }

    /** Mean weight of these pairs; one without an active synapse counts as 0. */
    public double meanWeight(Collection<NeuronPair> pairs) {
        return pairs.stream()
                .mapToDouble(pair -> {
                    Double weight = activeWeight(pair);
                    return weight == null ? 0 : weight;
                })
                .average()
                .orElse(0);
    }

    private @Nullable Double activeWeight(NeuronPair pair) {
        Learned learned = synapses.get(pair);
        return learned != null && learned.state() == SynapseState.ACTIVE ? learned.weight() : null;
    }
}
