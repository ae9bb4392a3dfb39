package dev.hebb.page.log;

import java.util.Arrays;

/** The newest spikes of a network, as they arrived. A reader asks for those behind its cursor. Not thread-safe. */
final class SpikeRing {
    /** Spikes that are kept; what a page of a thousand neurons at 5 Hz shows of ten seconds. */
    static final int KEPT = 1 << 16;

    private final long[] timesMicros = new long[KEPT];
    private final int[] neurons = new int[KEPT];
    private long written;
    private long newestMicros = Long.MIN_VALUE;

    void add(long timeMicros, int neuron) {
        int place = (int) (written % KEPT);
        timesMicros[place] = timeMicros;
        neurons[place] = neuron;
        newestMicros = Math.max(newestMicros, timeMicros);
        written++;
    }

    /** Returns the number of spikes ever added, which is the cursor of a reader that has seen all. */
    long written() {
        return written;
    }

    /** Event time of the newest spike; {@link Long#MIN_VALUE} if there was none. */
    long newestMicros() {
        return newestMicros;
    }

    /**
     * The newest spikes behind a cursor.
     *
     * @param cursor what {@link #written()} was when the reader last asked; 0 for the first time
     * @param most how many at most; the older ones are left out
     */
    Spikes after(long cursor, int most) {
        long from = Math.max(Math.max(cursor, written - KEPT), written - most);
        int count = (int) (written - from);
        long[] times = new long[count];
        int[] who = new int[count];
        for (int i = 0; i < count; i++) {
            int place = (int) ((from + i) % KEPT);
            times[i] = timesMicros[place];
            who[i] = neurons[place];
        }
        long origin = Arrays.stream(times).min().orElse(0);
        int[] offsets = new int[count];
        for (int i = 0; i < count; i++) {
            offsets[i] = (int) Math.min(Integer.MAX_VALUE, (times[i] - origin) / Spikes.UNIT_MICROS);
        }
        return new Spikes(origin, offsets, who, from - cursor);
    }
}
