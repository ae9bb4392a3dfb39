package dev.hebb.tissue;

import dev.hebb.produce.SpikeBlock;

/** The spikes of one step, put in order of (time, neuron). */
final class StepSpikes {
    private final long[] times;
    private final int[] neurons;
    private int length;

    /** Memory for one spike of each neuron. */
    StepSpikes(int neurons) {
        this.times = new long[neurons];
        this.neurons = new int[neurons];
    }

    /** Adds a spike; neurons must come in ascending order. */
    void add(long timeMicros, int neuron) {
        int hole = length++;
        for (; hole > 0 && times[hole - 1] > timeMicros; hole--) {
            times[hole] = times[hole - 1];
            neurons[hole] = neurons[hole - 1];
        }
        times[hole] = timeMicros;
        neurons[hole] = neuron;
    }

    /** Moves all into a block. */
    void drainTo(SpikeBlock out) {
        for (int spike = 0; spike < length; spike++) {
            out.add(times[spike], neurons[spike]);
        }
        length = 0;
    }
}
