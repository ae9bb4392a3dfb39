package dev.hebb.produce;

import java.util.Arrays;

/** Spikes as two parallel, growing arrays; reused from read to read. Not thread-safe. */
public final class SpikeBlock {
    private static final int INITIAL_SPIKES = 1024;

    private long[] timesMicros = new long[INITIAL_SPIKES];
    private int[] neurons = new int[INITIAL_SPIKES];
    private int length;

    /** Appends a spike; times in any order. */
    public void add(long timeMicros, int neuron) {
        if (length == neurons.length) {
            reserve(length + 1);
        }
        timesMicros[length] = timeMicros;
        neurons[length++] = neuron;
    }

    /** Appends spikes [from, to) of two parallel arrays. */
    public void addAll(long[] times, int[] ids, int from, int to) {
        int count = to - from;
        reserve(length + count);
        System.arraycopy(times, from, timesMicros, length, count);
        System.arraycopy(ids, from, neurons, length, count);
        length += count;
    }

    /** Appends another block's spikes. */
    public void addAll(SpikeBlock other) {
        addAll(other.timesMicros, other.neurons, 0, other.length);
    }

    /** Adds to every time. */
    public void shift(long micros) {
        for (int spike = 0; spike < length; spike++) {
            timesMicros[spike] += micros;
        }
    }

    public void clear() {
        length = 0;
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public long timeMicros(int spike) {
        return timesMicros[spike];
    }

    public int neuron(int spike) {
        return neurons[spike];
    }

    /** A copy of the times, as long as the block. */
    public long[] copyTimesMicros() {
        return Arrays.copyOf(timesMicros, length);
    }

    /** A copy of the neurons, as long as the block. */
    public int[] copyNeurons() {
        return Arrays.copyOf(neurons, length);
    }

    private void reserve(int needed) {
        if (needed > neurons.length) {
            int capacity = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8, neurons.length * 2L));
            timesMicros = Arrays.copyOf(timesMicros, capacity);
            neurons = Arrays.copyOf(neurons, capacity);
        }
    }
}
