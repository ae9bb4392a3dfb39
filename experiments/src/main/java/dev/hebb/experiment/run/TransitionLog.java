package dev.hebb.experiment.run;

import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.ChangeReason;
import dev.hebb.synapse.NeuronPair;
import dev.hebb.tissue.SynapseNews;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Every transition of a synapse in a run, in order. */
public final class TransitionLog {
    private final List<Transition> transitions = new ArrayList<>();

    private record Transition(long window, ChangeKind kind, SynapseNews news) {
        boolean isPrunedFor(ChangeReason reason) {
            return news instanceof SynapseNews.Pruned pruned && pruned.reason() == reason;
        }
    }

    void add(long window, ChangeKind kind, SynapseNews news) {
        transitions.add(new Transition(window, kind, news));
    }

    /** Returns how often a transition happened since a window. */
    public long count(ChangeKind kind, long fromWindow) {
        return since(kind, fromWindow).count();
    }

    /** Returns how many of these pairs a transition happened to, once or more often, since a window. */
    public long countPairs(ChangeKind kind, long fromWindow, Collection<NeuronPair> pairs) {
        return since(kind, fromWindow)
                .map(transition -> transition.news().pair())
                .filter(pairs::contains)
                .distinct()
                .count();
    }

    /** Returns how often synapses of these pairs were pruned for a reason. */
    public long countPruned(ChangeReason reason, Collection<NeuronPair> pairs) {
        return transitions.stream()
                .filter(transition -> transition.isPrunedFor(reason)
                        && pairs.contains(transition.news().pair()))
                .count();
    }

    private Stream<Transition> since(ChangeKind kind, long fromWindow) {
        return transitions.stream()
                .filter(transition -> transition.kind() == kind && transition.window() >= fromWindow);
    }
}
