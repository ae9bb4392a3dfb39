package dev.hebb.serde;

import java.util.Arrays;

/**
 * Content of one record of the topic {@code spikes}, in primitive arrays. Used again for every record: a caller that
 * wants to keep something copies it. Not thread-safe.
 */
public final class SpikeArrival {
    private String network = "";
    private long originMicros;
    private int size;
    private long[] timesMicros = new long[64];
    private int[] neurons = new int[64];

    public String network() {
        return network;
    }

    /** Time of the only spike, origin of a batch, or what a heartbeat says that nothing is to come before. */
    public long originMicros() {
        return originMicros;
    }

    /** Number of spikes. */
    public int size() {
        return size;
    }

    /**
     * Returns whether there are no spikes, so that the record only says that nothing before the origin is still to
     * come.
     */
    public boolean isHeartbeat() {
        return size == 0;
    }

    /**
     * Returns the times of the spikes in microseconds, as sent and in any order; longer than {@link #size()}. A time
     * beyond the range of long is set to the end of that range.
     */
    public long[] timesMicros() {
        return timesMicros;
    }

    /** Returns the neurons of the spikes, as sent and perhaps negative; longer than {@link #size()}. */
    public int[] neurons() {
        return neurons;
    }

    void begin(String ofNetwork, long origin) {
        network = ofNetwork;
        originMicros = origin;
        size = 0;
    }

    /** Grows the arrays to hold this many spikes. */
    void reserve(int spikes) {
        if (spikes > timesMicros.length) {
            int longer = Math.max(spikes, timesMicros.length * 2);
            timesMicros = Arrays.copyOf(timesMicros, longer);
            neurons = Arrays.copyOf(neurons, longer);
        }
    }

    void setNeuron(int index, int neuron) {
        neurons[index] = neuron;
    }

    void setOffset(int index, int offsetMicros) {
        long time = originMicros + offsetMicros;
        boolean overflow = ((originMicros ^ time) & (offsetMicros ^ time)) < 0;
        timesMicros[index] = overflow ? (offsetMicros < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : time;
    }

    void end(int spikes) {
        size = spikes;
    }
}
