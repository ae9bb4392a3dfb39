package dev.hebb.shard;

import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;

/** The transitions of one window: how many there are of each kind, and which pairs formed and were pruned. */
final class WindowChanges {
    private final int[] byKind = new int[ChangeKind.values().length];
    private final IntList formedPre = new IntList();
    private final IntList formedPost = new IntList();
    private final IntList prunedPre = new IntList();
    private final IntList prunedPost = new IntList();

    void add(int post, SynapseChange change) {
        byKind[change.kind().ordinal()]++;
        int pre = change.synapse().pre();
        if (change.kind() == ChangeKind.FORMED) {
            formedPre.add(pre);
            formedPost.add(post);
        } else if (change.kind() == ChangeKind.PRUNED) {
            prunedPre.add(pre);
            prunedPost.add(post);
        }
    }

    /** The transitions so far. */
    WindowTotals.Transitions transitions() {
        return new WindowTotals.Transitions(
                count(ChangeKind.FORMED),
                count(ChangeKind.MASKED),
                count(ChangeKind.UNMASKED),
                count(ChangeKind.PRUNED));
    }

    private int count(ChangeKind kind) {
        return byKind[kind.ordinal()];
    }

    /** The report to the census. */
    NeuronReport report(WindowContext context, IntList firing, LongList lastSpikeMicros, int[] died) {
        return new NeuronReport(
                new NeuronReport.Window(
                        context.window(),
                        context.endMicros(),
                        context.stage().name(),
                        context.observedSoFarMicros(),
                        context.stage().neuronTermMicros()),
                new NeuronReport.Pairs(formedPre.toArray(), formedPost.toArray()),
                new NeuronReport.Pairs(prunedPre.toArray(), prunedPost.toArray()),
                new NeuronReport.Firing(firing.toArray(), lastSpikeMicros.toArray()),
                died);
    }
}
