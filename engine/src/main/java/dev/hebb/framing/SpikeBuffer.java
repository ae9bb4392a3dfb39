package dev.hebb.framing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Spikes in two growing arrays, in any order. Not thread-safe. */
final class SpikeBuffer {
    private long[] timesMicros = new long[16];
    private int[] neurons = new int[16];
    private int size;

    int size() {
        return size;
    }

    long timeMicros(int index) {
        return timesMicros[index];
    }

    int neuron(int index) {
        return neurons[index];
    }

    void add(long timeMicros, int neuron) {
        if (size == timesMicros.length) {
            timesMicros = Arrays.copyOf(timesMicros, size * 2);
            neurons = Arrays.copyOf(neurons, size * 2);
        }
        timesMicros[size] = timeMicros;
        neurons[size++] = neuron;
    }

    void clear() {
        size = 0;
    }

    void dropBefore(long timeMicros) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (timesMicros[i] >= timeMicros) {
                timesMicros[kept] = timesMicros[i];
                neurons[kept++] = neurons[i];
            }
        }
        size = kept;
    }

    long[] timesMicros(int from, int to) {
        return Arrays.copyOfRange(timesMicros, from, to);
    }

    int[] neurons(int from, int to) {
        return Arrays.copyOfRange(neurons, from, to);
    }

    /** Into the order of times. For the few spikes that are far ahead of their clock, so nothing is optimised. */
    void sort() {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(index -> timesMicros[index]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] sortedTimes = new long[timesMicros.length];
        int[] sortedNeurons = new int[neurons.length];
        for (int i = 0; i < size; i++) {
            sortedTimes[i] = timesMicros[order[i]];
            sortedNeurons[i] = neurons[order[i]];
        }
        timesMicros = sortedTimes;
        neurons = sortedNeurons;
    }
}
