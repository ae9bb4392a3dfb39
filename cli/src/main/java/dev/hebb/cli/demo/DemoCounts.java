package dev.hebb.cli.demo;

import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.schema.SynapseEventKind;
import dev.hebb.synapse.NeuronPair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the outputs of the pipeline. Thread-safe, because three topics are read at once. */
final class DemoCounts {
    private final Map<Integer, NetworkWindow> newest = new TreeMap<>();
    private final Set<NeuronPair> formed = new HashSet<>();
    private final Set<NeuronPair> pruned = new HashSet<>();
    private final List<PruningEvent> prunings = new ArrayList<>();
    private final Map<PruningReason, Integer> reasons = new EnumMap<>(PruningReason.class);
    private long spikes;
    private long pairs;
    private long formations;
    private int prunedSynapses;
    private int prunedNeurons;

    synchronized void add(NetworkWindow window) {
        spikes += window.getSpikes();
        pairs += window.getPairs();
        newest.merge(window.getShard(), window, (old, other) -> other.getWindow() > old.getWindow() ? other : old);
    }

    synchronized void add(SynapseEvent event) {
        if (event.getKind() == SynapseEventKind.FORMED) {
            formations++;
            formed.add(new NeuronPair(event.getPre(), event.getPost()));
        }
    }

    synchronized void add(PruningEvent event) {
        prunings.add(event);
        reasons.merge(event.getReason(), 1, Integer::sum);
        if (event.getKind() == PruningKind.NEURON) {
            prunedNeurons++;
        } else {
            prunedSynapses++;
            pruned.add(new NeuronPair(event.getPre() == null ? -1 : event.getPre(), event.getPost()));
        }
    }

    /** The counts so far. */
    synchronized DemoStatus status() {
        return new DemoStatus(
                newest.values().stream().mapToLong(NetworkWindow::getEnd).max().orElse(0),
                spikes,
                pairs,
                formations,
                newest.values().stream().mapToInt(NetworkWindow::getActive).sum(),
                newest.values().stream().mapToInt(NetworkWindow::getDormant).sum(),
                prunedSynapses,
                prunedNeurons,
                List.copyOf(prunings));
    }

    /** The number of prunings for each reason. */
    synchronized Map<PruningReason, Integer> reasons() {
        return new EnumMap<>(reasons);
    }

    /** The number of ordered pairs that ever had a synapse. */
    synchronized int pairsFormed() {
        return formed.size();
    }

    /** Returns whether a synapse was ever formed between two neurons. */
    synchronized boolean wasFormed(NeuronPair pair) {
        return formed.contains(pair);
    }

    /** Returns whether a synapse between two neurons was ever pruned. */
    synchronized boolean wasPruned(NeuronPair pair) {
        return pruned.contains(pair);
    }
}
