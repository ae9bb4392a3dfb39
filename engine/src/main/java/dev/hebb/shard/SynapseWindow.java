package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.evidence.Histogram;
import dev.hebb.synapse.PairWindow;
import dev.hebb.synapse.WindowCounts;
import java.util.Arrays;

/** What a closed window showed of each synapse of one dendrite. */
final class SynapseWindow implements WindowCounts {
    private final Workbench bench;
    private final Neurons neurons;
    private final TrainIndex trains;
    private final int postSlot;
    private final int postSpikes;

    SynapseWindow(Workbench bench, Neurons neurons, TrainIndex trains, int postSlot) {
        this.bench = bench;
        this.neurons = neurons;
        this.trains = trains;
        this.postSlot = postSlot;
        this.postSpikes = trains.spikes(postSlot, trains.fromMicros(), trains.toMicros());
    }

    @Override
    public PairWindow count(int pre, int lagBin, int widthBins) {
        LagAxis axis = bench.config.axis();
        long from = trains.fromMicros();
        long to = trains.toMicros();
        int preSlot = neurons.find(pre);
        int[] histogram = bench.newest;
        Arrays.fill(histogram, 0);
        bench.pairHistogram.count(trains, preSlot, postSlot, from, to, histogram);
        long last = bench.pairHistogram.lastCausal(
                trains,
                preSlot,
                postSlot,
                lagBin * axis.binMicros(),
                (lagBin + widthBins) * axis.binMicros(),
                from,
                to);
        return new PairWindow(
                new Histogram(histogram, 0),
                trains.spikes(preSlot, from, to),
                postSpikes,
                last,
                new SlotTrains(trains, preSlot, postSlot));
    }
}
