package dev.hebb.shard;

import dev.hebb.synapse.SynapseChange;

/** Writes what a closed window did to its dendrites to the storage and the outputs, and counts it. */
final class WindowResults {
    private final Neurons neurons;
    private final boolean dense;
    private final ShardStorage storage;
    private final ShardOutputs outputs;
    private final WindowChanges changes;

    /** @param dense whether every pair has a cumulative histogram */
    WindowResults(Neurons neurons, boolean dense, ShardStorage storage, ShardOutputs outputs, WindowChanges changes) {
        this.neurons = neurons;
        this.dense = dense;
        this.storage = storage;
        this.outputs = outputs;
        this.changes = changes;
    }

    /**
     * Prepares windowed counts; any thread may.
     *
     * @return publishes them
     */
    Runnable prepared(CoFiringCounts counts) {
        return outputs.prepared(counts);
    }

    /** Publishes the changes of a dendrite, forgets the histograms of pruned pairs, and saves and publishes its row. */
    void write(DendriteUpdate update) {
        for (SynapseChange change : update.changes()) {
            changes.add(update.post(), change);
            outputs.change(update.context(), update.post(), change);
        }
        int[] pruned = update.prunedSlots(neurons);
        if (pruned.length > 0) {
            storage.forgetHistograms(update.post(), pruned, dense);
        }
        if (update.save()) {
            storage.saveDendrite(update.post(), update.row());
        }
        if (update.publish()) {
            outputs.dendrite(update.context().window(), update.context().endMicros(), update.post(), update.row());
        }
    }
}
