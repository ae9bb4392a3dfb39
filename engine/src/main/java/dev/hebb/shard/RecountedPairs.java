package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.evidence.DendritePairs;
import dev.hebb.evidence.Histogram;
import dev.hebb.synapse.DendriteSynapses;
import java.util.Arrays;

/** The pairs of one dendrite that was just recounted, in order of slot: of those that are alive and have something new
 * or a synapse. */
final class RecountedPairs implements DendritePairs {
    private final Workbench bench;
    private final ShardMemory memory;
    private final DendriteHistograms histograms;
    private final Stretch stretch;
    private final int[] slots;
    private final int size;

    RecountedPairs(
            Workbench bench,
            ShardMemory memory,
            DendriteHistograms histograms,
            DendriteSynapses synapses,
            int postSlot,
            Stretch stretch,
            NetworkLife life) {
        this.bench = bench;
        this.memory = memory;
        this.histograms = histograms;
        this.stretch = stretch;
        this.slots = life.isDead(memory.neurons.idOf(postSlot)) ? new int[0] : new int[stretch.slots()];
        CountRow row = bench.row;
        int found = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            int pre = memory.neurons.idOf(slot);
            boolean judged = row.isTouched(slot) || synapses.indexOf(pre) >= 0;
            if (slot != postSlot && judged && histograms.has(slot) && !life.isDead(pre)) {
                this.slots[found++] = slot;
            }
        }
        this.size = found;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int pre(int index) {
        return memory.neurons.idOf(slots[index]);
    }

    @Override
    public Histogram cumulative(int index) {
        return new Histogram(histograms.counts(), histograms.from(slots[index]));
    }

    @Override
    public Histogram newest(int index) {
        Arrays.fill(bench.newest, 0);
        bench.row.addTo(slots[index], bench.newest, 0);
        return new Histogram(bench.newest, 0);
    }

    @Override
    public Histogram newestBetween(int index, int other) {
        Arrays.fill(bench.newest, 0);
        for (long window = stretch.first(); window <= stretch.last(); window++) {
            TrainIndex trains = memory.trains(window);
            bench.pairHistogram.count(
                    trains, slots[index], slots[other], trains.fromMicros(), trains.toMicros(), bench.newest);
        }
        return new Histogram(bench.newest, 0);
    }

    @Override
    public int newestSpikes(int index) {
        int spikes = 0;
        for (long window = stretch.first(); window <= stretch.last(); window++) {
            TrainIndex trains = memory.trains(window);
            spikes += trains.spikes(slots[index], trains.fromMicros(), trains.toMicros());
        }
        return spikes;
    }
}
