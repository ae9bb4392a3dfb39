package dev.hebb.census;

import dev.hebb.shard.NeuronReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The neurons of one network that have, or had, synapses. A neuron is pruned when it has none left in either direction
 * and has been silent, or unconnected, for the term. Its synapses lie in all shards, so it takes the reports of all of
 * them on a window to decide; which came first makes no difference.
 */
public final class Census {
    private final long termMicros;
    private final NavigableMap<Integer, NeuronLife> neurons;

    /**
     * @param termMicros observed time
     * @param neurons what an earlier census left
     */
    public Census(long termMicros, Map<Integer, NeuronLife> neurons) {
        if (termMicros <= 0) {
            throw new IllegalArgumentException("the neuron term is " + termMicros + " µs; it must be above 0");
        }
        this.termMicros = termMicros;
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
        return reports.isEmpty() ? List.of() : depart(reports.iterator().next().observedMicros());
    }

    private void form(NeuronReport report) {
        for (int i = 0; i < report.formedPre().length; i++) {
            connect(report.formedPre()[i], report);
            connect(report.formedPost()[i], report);
        }
    }

    private void connect(int neuron, NeuronReport report) {
        NeuronLife life = neurons.get(neuron);
        long at = report.endMicros();
        long observed = report.observedMicros();
        neurons.put(neuron, (life == null ? new NeuronLife(0, at, at, observed, observed) : life).connected());
    }

    private void prune(NeuronReport report) {
        for (int i = 0; i < report.prunedPre().length; i++) {
            disconnect(report.prunedPre()[i], report.observedMicros());
            disconnect(report.prunedPost()[i], report.observedMicros());
        }
    }

    private void disconnect(int neuron, long observedMicros) {
        neurons.computeIfPresent(neuron, (id, life) -> life.disconnected(observedMicros));
    }

    private void fire(NeuronReport report) {
        for (int i = 0; i < report.firing().length; i++) {
            long at = report.lastSpikeMicros()[i];
            neurons.computeIfPresent(report.firing()[i], (id, life) -> life.fired(at, report.observedMicros()));
        }
    }

    private List<PrunedNeuron> depart(long observedMicros) {
        List<PrunedNeuron> departed = new ArrayList<>();
        Iterator<Map.Entry<Integer, NeuronLife>> all = neurons.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Integer, NeuronLife> entry = all.next();
            NeuronLife life = entry.getValue();
            boolean silent = observedMicros - life.lastSpikeObservedMicros() >= termMicros;
            boolean unconnected = observedMicros - life.unconnectedSinceObservedMicros() >= termMicros;
            if (life.degree() == 0 && (silent || unconnected)) {
                departed.add(new PrunedNeuron(entry.getKey(), silent, life));
                all.remove();
            }
        }
        return departed;
    }
}
