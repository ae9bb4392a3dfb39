package dev.hebb.census;

import dev.hebb.census.PrunedNeuron.Reason;
import dev.hebb.shard.NeuronReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The neurons of one network that have, or had, synapses. A neuron is pruned when it has none left in either direction
 * and has been silent, or unconnected, for the stage's term, or died. Its synapses lie in all shards, so it takes the
 * reports of all of them on a window to decide; which came first makes no difference.
 */
public final class Census {
    private final NavigableMap<Integer, NeuronLife> neurons;

    /** @param neurons what an earlier census left */
    public Census(Map<Integer, NeuronLife> neurons) {
        this.neurons = new TreeMap<>(neurons);
    }

    /** Every neuron that has, or had, synapses. */
    public NavigableMap<Integer, NeuronLife> neurons() {
        return neurons;
    }

    /**
     * Closes a window.
     *
     * @param reports of every shard on this window
     * @return the neurons that are pruned, ascending; the census forgets them
     */
    public List<PrunedNeuron> close(Collection<NeuronReport> reports) {
        reports.forEach(this::form);
        reports.forEach(this::prune);
        reports.forEach(this::fire);
        Set<Integer> died = new HashSet<>();
        reports.forEach(report -> Arrays.stream(report.died()).forEach(died::add));
        return reports.isEmpty() ? List.of() : depart(reports.iterator().next().window(), died);
    }

    private void form(NeuronReport report) {
        NeuronReport.Pairs formed = report.formed();
        for (int i = 0; i < formed.count(); i++) {
            connect(formed.pre()[i], report.window());
            connect(formed.post()[i], report.window());
        }
    }

    private void connect(int neuron, NeuronReport.Window window) {
        NeuronLife life = neurons.get(neuron);
        long at = window.endMicros();
        long observed = window.observedMicros();
        neurons.put(neuron, (life == null ? new NeuronLife(0, at, at, observed, observed) : life).connected());
    }

    private void prune(NeuronReport report) {
        NeuronReport.Pairs pruned = report.pruned();
        long observed = report.window().observedMicros();
        for (int i = 0; i < pruned.count(); i++) {
            disconnect(pruned.pre()[i], observed);
            disconnect(pruned.post()[i], observed);
        }
    }

    private void disconnect(int neuron, long observedMicros) {
        neurons.computeIfPresent(neuron, (id, life) -> life.disconnected(observedMicros));
    }

    private void fire(NeuronReport report) {
        NeuronReport.Firing firing = report.firing();
        long observed = report.window().observedMicros();
        for (int i = 0; i < firing.count(); i++) {
            long at = firing.lastSpikeMicros()[i];
            neurons.computeIfPresent(firing.neurons()[i], (id, life) -> life.fired(at, observed));
        }
    }

    private List<PrunedNeuron> depart(NeuronReport.Window window, Set<Integer> died) {
        List<PrunedNeuron> departed = new ArrayList<>();
        Iterator<Map.Entry<Integer, NeuronLife>> all = neurons.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Integer, NeuronLife> entry = all.next();
            Optional<Reason> reason = reason(entry.getValue(), died.contains(entry.getKey()), window);
            if (reason.isPresent()) {
                departed.add(new PrunedNeuron(entry.getKey(), reason.get(), entry.getValue()));
                all.remove();
            }
        }
        return departed;
    }

    private static Optional<Reason> reason(NeuronLife life, boolean died, NeuronReport.Window window) {
        long term = window.neuronTermMicros();
        if (life.degree() > 0) {
            return Optional.empty();
        } else if (died) {
            return Optional.of(Reason.DAMAGED);
        } else if (window.observedMicros() - life.lastSpikeObservedMicros() >= term) {
            return Optional.of(Reason.SILENT);
        }
        boolean unconnected = window.observedMicros() - life.unconnectedSinceObservedMicros() >= term;
        return unconnected ? Optional.of(Reason.UNCONNECTED) : Optional.empty();
    }
}
