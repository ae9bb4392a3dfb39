package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.plasticity.DendriteSynapses;
import dev.hebb.plasticity.Histogram;
import dev.hebb.plasticity.SynapseChange;
import dev.hebb.plasticity.WindowContext;
import java.util.Arrays;
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
     * Recounts one dendrite, up to the window that just closed.
     *
     * @param firstNew the first window that it was not yet recounted in
     * @param slots how many neurons were seen before the range's end
     * @param changes receives the post-synaptic neuron and the transition
     */
    void run(
            ShardMemory memory,
            ShardStorage storage,
            int postSlot,
            long firstNew,
            int slots,
            WindowContext context,
            BiConsumer<Integer, SynapseChange> changes) {
        int post = memory.neurons.idOf(postSlot);
        DendriteHistograms histograms = addNewest(memory, storage, postSlot, firstNew, context.window(), slots);
        DendriteSynapses synapses = memory.synapsesToWrite(postSlot);
        long pairsTested = (long) slots * (slots - 1);
        RecountedPairs pairs =
                new RecountedPairs(bench, memory, histograms, synapses, postSlot, firstNew, context.window(), slots);
        bench.learner.judge(synapses, pairs, pairsTested, context, change -> changes.accept(post, change));
        histograms.retain(slot -> synapses.indexOf(memory.neurons.idOf(slot)) >= 0
                || mightBeAPeak(new Histogram(histograms.counts(), histograms.from(slot))));
        histograms.save();
    }

    /** Only adds what a dendrite took part in from one window to another to its histograms. */
    void countUp(ShardMemory memory, ShardStorage storage, int postSlot, long firstWindow, long lastWindow, int slots) {
        if (firstWindow <= lastWindow) {
            addNewest(memory, storage, postSlot, firstWindow, lastWindow, slots).save();
        }
    }

    private DendriteHistograms addNewest(
            ShardMemory memory, ShardStorage storage, int postSlot, long firstWindow, long lastWindow, int slots) {
        CountRow row = bench.row;
        row.reset(slots);
        for (long window = firstWindow; window <= lastWindow; window++) {
            TrainIndex trains = memory.trains(window);
            bench.counter.count(trains, postSlot, trains.fromMicros(), trains.toMicros(), row);
        }
        int post = memory.neurons.idOf(postSlot);
        DendriteHistograms histograms = storage.histograms(post, bench.config.dense(slots));
        histograms.add(row, slots, this::newestMightBeAPeak);
        return histograms;
    }

    private boolean newestMightBeAPeak(int preSlot) {
        Arrays.fill(bench.newest, 0);
        bench.row.addTo(preSlot, bench.newest, 0);
        return mightBeAPeak(new Histogram(bench.newest, 0));
    }

    /** Significant as if it were the only pair: true for one pair in a hundred by chance. */
    private boolean mightBeAPeak(Histogram histogram) {
        return bench.screen.judge(histogram, 1).significant();
    }
}
