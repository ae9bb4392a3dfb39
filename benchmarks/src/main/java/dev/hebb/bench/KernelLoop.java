package dev.hebb.bench;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.DendriteCounter;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;

/** Hebb's kernel alone, on one thread: window by window and dendrite by dendrite, from the spikes in arrays. */
final class KernelLoop {
    private final LagAxis axis;
    private final long windowMicros;
    private final boolean bothOrders;
    private final TrainIndex trains;
    private final DendriteCounter counter;
    private final CountRow row;

    /** @param bothOrders as the pipeline does it: each pair in the dendrites of both of its neurons */
    KernelLoop(LagAxis axis, long windowMicros, boolean bothOrders) {
        this.axis = axis;
        this.windowMicros = windowMicros;
        this.bothOrders = bothOrders;
        this.trains = new TrainIndex(axis);
        this.counter = new DendriteCounter(axis);
        this.row = new CountRow(axis);
    }

    /** Counts all spikes; returns a number made of the counts. */
    long count(SpikeSet spikes) {
        SpikeLog log = spikes.log();
        long some = 0;
        for (long window = 0; window < spikes.windows(windowMicros); window++) {
            long from = window * windowMicros;
            trains.rebuild(log, from, from + windowMicros, spikes.neurons());
            for (int post = 0; post < spikes.neurons(); post++) {
                row.reset(spikes.neurons());
                if (bothOrders) {
                    counter.count(trains, post, from, from + windowMicros, row);
                } else {
                    counter.countCausal(trains, post, from, from + windowMicros, row);
                }
                some += row.count((post + 1) % spikes.neurons(), axis.bins());
            }
        }
        return some;
    }
}
