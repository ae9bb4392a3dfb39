package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.evidence.Histogram;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * The slow cadence: counts all that a dendrite's neuron took part in since the last time, adds it to the cumulative
 * histograms, and judges every pair that has something new.
 */
final class Recount {
    private final Workbench bench;
    private final ShardMemory memory;
    private final ShardStorage storage;
    private final NetworkLife life;

    Recount(Workbench bench, ShardMemory memory, ShardStorage storage, NetworkLife life) {
        this.bench = bench;
        this.memory = memory;
        this.storage = storage;
        this.life = life;
    }

    /**
     * Recounts and judges one dendrite.
     *
     * @param stretch from the first window that it was not yet recounted in to the one that just closed
     * @param changes receives the post-synaptic neuron and the transition
     */
    void run(int postSlot, Stretch stretch, WindowContext context, BiConsumer<Integer, SynapseChange> changes) {
        int post = memory.neurons.idOf(postSlot);
        DendriteHistograms histograms = addNewest(postSlot, stretch);
        DendriteSynapses synapses = memory.synapsesToWrite(postSlot);
        long pairsTested = (long) stretch.slots() * (stretch.slots() - 1);
        RecountedPairs pairs = new RecountedPairs(bench, memory, histograms, synapses, postSlot, stretch, life);
        bench.learner.judge(synapses, pairs, pairsTested, context, change -> changes.accept(post, change));
        histograms.retain(slot -> synapses.indexOf(memory.neurons.idOf(slot)) >= 0
                || mightBeAPeak(new Histogram(histograms.counts(), histograms.from(slot))));
        histograms.save();
    }

    /** Only adds what a dendrite took part in to its histograms. */
    void countUp(int postSlot, Stretch stretch) {
        if (!stretch.isEmpty()) {
            addNewest(postSlot, stretch).save();
        }
    }

    private DendriteHistograms addNewest(int postSlot, Stretch stretch) {
        CountRow row = bench.row;
        row.reset(stretch.slots());
        for (long window = stretch.first(); window <= stretch.last(); window++) {
            TrainIndex trains = memory.trains(window);
            bench.counter.count(trains, postSlot, trains.fromMicros(), trains.toMicros(), row);
        }
        int post = memory.neurons.idOf(postSlot);
        DendriteHistograms histograms = storage.histograms(post, bench.config.dense(stretch.slots()));
        int halvings = halvings(stretch);
        if (halvings > 0) {
            histograms.halve(halvings, stretch.slots());
        }
        histograms.add(row, stretch.slots(), this::newestMightBeAPeak);
        return histograms;
    }

    /** How often the half-life has passed in this stretch. */
    private int halvings(Stretch stretch) {
        long windowMicros = bench.config.windowMicros();
        long newMicros =
                memory.gaps.observedMicros(stretch.first() * windowMicros, (stretch.last() + 1) * windowMicros);
        long observed = stretch.observedMicros();
        return bench.learning.evidence().halvings(observed - newMicros, observed);
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
