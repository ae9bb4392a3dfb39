package dev.hebb.cli.demo;

import dev.hebb.schema.PruningEvent;
import java.util.List;

/**
 * The progress of a demonstration.
 *
 * @param micros event time up to which windows are closed
 * @param spikes spikes in closed windows
 * @param pairs spike pairs counted
 * @param formed synapses ever formed
 * @param active synapses that conduct now
 * @param dormant synapses that are masked now
 * @param pruned synapses ever pruned
 * @param prunedNeurons neurons ever pruned
 * @param prunings all prunings, oldest first
 */
record DemoStatus(
        long micros,
        long spikes,
        long pairs,
        long formed,
        int active,
        int dormant,
        int pruned,
        int prunedNeurons,
        List<PruningEvent> prunings) {
    /** The last few prunings, newest last. */
    List<PruningEvent> latest(int count) {
        return prunings.subList(Math.max(0, prunings.size() - count), prunings.size());
    }
}
