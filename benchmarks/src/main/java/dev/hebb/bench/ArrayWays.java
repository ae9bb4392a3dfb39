package dev.hebb.bench;

import dev.hebb.cofiring.LagAxis;
import java.util.function.ToLongFunction;

/**
 * Measurements of the ways that need no Kafka: each is run again until it had a few seconds, and its best pass counts.
 */
final class ArrayWays {
    private static final int FEWEST_PASSES = 3;

    private final LagAxis axis;
    private final long windowMicros;
    private final double secondsEach;

    ArrayWays(LagAxis axis, long windowMicros, double secondsEach) {
        this.axis = axis;
        this.windowMicros = windowMicros;
        this.secondsEach = secondsEach;
    }

    BenchRow plain(SpikeSet spikes) {
        return best("plain-loop", spikes, new PlainLoop(axis, spikes.neurons())::count)
                .with("threads", 1);
    }

    BenchRow kernelOneOrder(SpikeSet spikes) {
        return best("kernel-one-order", spikes, new KernelLoop(axis, windowMicros, false)::count)
                .with("threads", 1);
    }

    BenchRow kernelBothOrders(SpikeSet spikes) {
        return best("kernel-both-orders", spikes, new KernelLoop(axis, windowMicros, true)::count)
                .with("threads", 1);
    }

    private BenchRow best(String way, SpikeSet spikes, ToLongFunction<SpikeSet> pass) {
        double best = Double.MAX_VALUE;
        double total = 0;
        int passes = 0;
        long result = 0;
        while (passes < FEWEST_PASSES || total < secondsEach) {
            long start = System.nanoTime();
            result += pass.applyAsLong(spikes);
            double seconds = (System.nanoTime() - start) / 1e9;
            best = Math.min(best, seconds);
            total += seconds;
            passes++;
        }
        return BenchRow.of(way, spikes.neurons(), spikes.size(), spikes.pairs(axis), best)
                .with("passes", passes)
                .with("checksum", result / passes);
    }
}
