package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.evidence.DendritePairs;
import dev.hebb.evidence.Histogram;
import dev.hebb.evidence.NetworkNull;
import dev.hebb.synapse.DendriteSynapses;

/**
 * The pairs of one dendrite that was just recounted, in order of slot: of those that are alive and have something new
 * or a synapse.
 */
final class RecountedPairs implements DendritePairs {
    private final ShardMemory memory;
    private final WindowRange range;
    private final DendriteHistograms cumulative;
    private final NetworkNull network;
    private final ScratchMemory scratch;
    private final int[] slots;
    private final int size;

    /**
     * @param row the dendrite of this slot
     * @param cumulative its histograms
     * @param network what a sample of the network's pairs tells
     * @param scratch its row holds the newest counts, which are in the histograms already
     */
    RecountedPairs(
            ClosingWindow window,
            WindowRange range,
            int postSlot,
            DendriteSynapses row,
            DendriteHistograms cumulative,
            NetworkNull network,
            ScratchMemory scratch) {
        this.memory = window.memory();
        this.range = range;
        this.cumulative = cumulative;
        this.network = network;
        this.scratch = scratch;
        WindowConditions conditions = window.conditions();
        CountRow newest = scratch.row;
        this.slots = conditions.isDead(memory.neurons.idOf(postSlot)) ? new int[0] : new int[range.slots()];
        int found = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            int pre = memory.neurons.idOf(slot);
            boolean judged = newest.isTouched(slot) || row.indexOf(pre) >= 0;
            if (slot != postSlot && judged && cumulative.has(slot) && !conditions.isDead(pre)) {
                this.slots[found++] = slot;
            }
        }
        this.size = found;
    }

    @Override
    public boolean areAll() {
        return cumulative.isDense();
    }

    @Override
    public NetworkNull network() {
        return network;
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
    public int slot(int index) {
        return slots[index];
    }

    @Override
    public Histogram cumulative(int index) {
        return new Histogram(cumulative.counts(), cumulative.from(slots[index]));
    }

    @Override
    public Histogram newest(int index) {
        return scratch.rowOf(slots[index]);
    }

    @Override
    public Histogram newestBetween(int index, int other) {
        int[] counts = scratch.emptyHistogram();
        for (long window = range.first(); window <= range.last(); window++) {
            TrainIndex trains = memory.trains(window);
            scratch.pairHistogram.count(
                    trains, slots[index], slots[other], trains.fromMicros(), trains.toMicros(), counts);
        }
        return new Histogram(counts, 0);
    }

    @Override
    public int newestSpikes(int index) {
        int spikes = 0;
        for (long window = range.first(); window <= range.last(); window++) {
            spikes += memory.trains(window).spikes(slots[index]);
        }
        return spikes;
    }
}
