package dev.hebb.shard;

import dev.hebb.cofiring.TrainIndex;
import dev.hebb.evidence.Histogram;
import dev.hebb.synapse.PairWindow;
import dev.hebb.synapse.WindowCounts;

/** Observations of a closed window, for each synapse of one dendrite. */
final class SynapseWindow implements WindowCounts {
    private final ScratchMemory scratch;
    private final Neurons neurons;
    private final TrainIndex trains;
    private final int postSlot;
    private final int postSpikes;

    SynapseWindow(ScratchMemory scratch, Neurons neurons, TrainIndex trains, int postSlot) {
        this.scratch = scratch;
        this.neurons = neurons;
        this.trains = trains;
        this.postSlot = postSlot;
        this.postSpikes = trains.spikes(postSlot);
    }

    @Override
    public PairWindow count(int pre, int lagBin, int widthBins) {
        int binMicros = scratch.axis.binMicros();
        long from = trains.fromMicros();
        long to = trains.toMicros();
        int preSlot = neurons.find(pre);
        int[] histogram = scratch.emptyHistogram();
        scratch.pairHistogram.count(trains, preSlot, postSlot, from, to, histogram);
        long last = scratch.pairHistogram.lastCausal(
                trains, preSlot, postSlot, lagBin * binMicros, (lagBin + widthBins) * binMicros, from, to);
        return new PairWindow(
                new Histogram(histogram, 0),
                trains.spikes(preSlot),
                postSpikes,
                last,
                new SlotTrains(trains, preSlot, postSlot));
    }
}
