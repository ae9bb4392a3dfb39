package dev.hebb.simulate;

import dev.hebb.produce.SpikeBlock;
import java.util.stream.IntStream;

/** The spikes of a whole simulation. */
record Simulated(long[] timesMicros, int[] neurons) {
    static Simulated run(SimulationSettings settings) {
        Simulator simulator = new Simulator(settings);
        SpikeBlock all = new SpikeBlock();
        SpikeBlock block = new SpikeBlock();
        while (simulator.read(block)) {
            all.addAll(block.copyTimesMicros(), block.copyNeurons(), 0, block.length());
        }
        return new Simulated(all.copyTimesMicros(), all.copyNeurons());
    }

    long[] train(int neuron) {
        return IntStream.range(0, neurons.length)
                .filter(k -> neurons[k] == neuron)
                .mapToLong(k -> timesMicros[k])
                .toArray();
    }

    /** Pairs whose lag from pre to post lies in [from, to) µs. */
    long pairs(int pre, int post, long from, long to) {
        long pairs = 0;
        long[] posts = train(post);
        for (long t : train(pre)) {
            for (long other : posts) {
                if (other - t >= from && other - t < to) {
                    pairs++;
                }
            }
        }
        return pairs;
    }
}
