package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.plasticity.DendriteSynapses;
import dev.hebb.plasticity.SynapseChange;
import dev.hebb.plasticity.WindowContext;
import java.util.function.BiConsumer;

/**
 * The slow cadence: counts all that a dendrite's neuron took part in since the last time, adds it to the cumulative
 * histograms, and judges every pair that has something new.
 */
final class Recount {
    private final Workbench bench;

    Recount(Workbench bench) {
        this.bench = bench;
    }

    /**
     * Recounts one dendrite over the range of {@link Workbench#recountTrains}.
     *
     * @param slots how many neurons were seen before the range's end
     * @param changes receives the post-synaptic neuron and the transition
     */
    void run(
            ShardMemory memory,
            ShardStorage storage,
            int postSlot,
            int slots,
            WindowContext context,
            BiConsumer<Integer, SynapseChange> changes) {
        TrainIndex trains = bench.recountTrains;
        CountRow row = bench.row;
        row.reset(slots);
        bench.counter.count(memory.log, trains, postSlot, trains.fromMicros(), trains.toMicros(), row);
        int post = memory.neurons.idOf(postSlot);
        DendriteHistograms histograms = storage.histograms(post);
        histograms.add(row, slots);
        DendriteSynapses synapses = memory.synapsesToWrite(postSlot);
        long pairsTested = (long) slots * (slots - 1);
        RecountedPairs pairs = new RecountedPairs(bench, memory, histograms, synapses, postSlot, slots);
        bench.learner.judge(synapses, pairs, pairsTested, context, change -> changes.accept(post, change));
        histograms.save();
    }
}
