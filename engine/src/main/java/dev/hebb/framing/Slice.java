package dev.hebb.framing;

import java.util.Arrays;

/**
 * The spikes of one slice of event time that wait for the watermark. A spike is one number, time since the slice's
 * start above 31 bits of neuron, so that the order of numbers is the order of spikes.
 */
final class Slice {
    private static final int NEURON_BITS = 31;

    private final long startMicros;
    private final long endMicros;
    private long[] keys = new long[16];
    private int size;
    private boolean sorted = true;
    private long duplicates;

    Slice(long startMicros, long endMicros) {
        this.startMicros = startMicros;
        this.endMicros = endMicros;
    }

    long endMicros() {
        return endMicros;
    }

    boolean covers(long timeMicros) {
        return timeMicros >= startMicros && timeMicros < endMicros;
    }

    /** Spikes, with those duplicates that {@link #settle} has not yet found. */
    int size() {
        return size;
    }

    /** Exact duplicates that were found and dropped. */
    long duplicates() {
        return duplicates;
    }

    void addDuplicates(long found) {
        duplicates += found;
    }

    void add(long timeMicros, int neuron) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        long key = ((timeMicros - startMicros) << NEURON_BITS) | neuron;
        sorted &= size == 0 || key > keys[size - 1];
        keys[size++] = key;
    }

    /** Puts the spikes in order and drops duplicates. */
    void settle() {
        if (sorted) {
            return;
        }
        Arrays.sort(keys, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || keys[i] != keys[kept - 1]) {
                keys[kept++] = keys[i];
            }
        }
        duplicates += size - kept;
        size = kept;
        sorted = true;
    }

    void dropBefore(long timeMicros) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (timeMicros(i) >= timeMicros) {
                keys[kept++] = keys[i];
            }
        }
        size = kept;
    }

    long timeMicros(int index) {
        return startMicros + (keys[index] >>> NEURON_BITS);
    }

    int neuron(int index) {
        return (int) keys[index] & Integer.MAX_VALUE;
    }

    long[] timesMicros(int from, int to) {
        long[] times = new long[to - from];
        for (int i = 0; i < times.length; i++) {
            times[i] = timeMicros(from + i);
        }
        return times;
    }

    int[] neurons(int from, int to) {
        int[] neurons = new int[to - from];
        for (int i = 0; i < neurons.length; i++) {
            neurons[i] = neuron(from + i);
        }
        return neurons;
    }
}
