package dev.hebb.cofiring;

import java.util.Arrays;

/**
 * The spikes of a window and of the reach before it, train by train: the spikes of slot s are the positions
 * {@link #first}(s) up to {@link #end}(s), in order of time. Rebuilt window by window in O(spikes + slots); once its
 * arrays are large enough, without allocation. Not thread-safe.
 */
public final class TrainIndex {
    private final int reachMicros;
    private long originMicros;
    private long fromMicros;
    private long toMicros;
    private int slots;

    /** Train s is at positions starts[s] to starts[s + 1]. */
    private int[] starts = new int[1];

    /** Time of a spike, in µs after the origin. */
    private int[] offsets = new int[0];

    public TrainIndex(LagAxis axis) {
        this.reachMicros = axis.reachMicros();
    }

    /**
     * Indexes the spikes of a log in [from − reach, to).
     *
     * @param slots all slots of the range are below this
     * @throws IllegalArgumentException if the range is empty or spans 2<sup>31</sup> µs (35 minutes) or more
     */
    public void rebuild(SpikeLog log, long fromMicros, long toMicros, int slots) {
        long origin = fromMicros - reachMicros;
        if (fromMicros >= toMicros || toMicros - origin > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("trains of [" + fromMicros + ", " + toMicros + ") µs and a reach of "
                    + reachMicros + " µs before it; choose a range that is not empty and under 35 minutes");
        }
        this.originMicros = origin;
        this.fromMicros = fromMicros;
        this.toMicros = toMicros;
        this.slots = slots;
        int begin = log.lowerBound(origin);
        int end = log.lowerBound(toMicros);
        makeRoom(end - begin);
        for (int i = begin; i < end; i++) {
            starts[log.slotAt(i) + 1]++;
        }
        for (int slot = 0; slot < slots; slot++) {
            starts[slot + 1] += starts[slot];
        }
        place(log, begin, end);
    }

    /** Start of the window, without the reach before it. */
    public long fromMicros() {
        return fromMicros;
    }

    /** End of the window, exclusive. */
    public long toMicros() {
        return toMicros;
    }

    /** All slots are below this. */
    public int slots() {
        return slots;
    }

    /** First position of a train; 0 and empty for a slot that is not indexed. */
    public int first(int slot) {
        return slot < slots ? starts[slot] : 0;
    }

    /** Position after a train's last. */
    public int end(int slot) {
        return slot < slots ? starts[slot + 1] : 0;
    }

    /** Time of the spike at a position, in µs. */
    public long timeAt(int position) {
        return originMicros + offsets[position];
    }

    /** Spikes of a slot in [from, to). */
    public int spikes(int slot, long fromMicros, long toMicros) {
        return lowerBound(slot, toMicros) - lowerBound(slot, fromMicros);
    }

    /** Position of a slot's first spike at or after this time, {@link #end} if there is none. */
    public int lowerBound(int slot, long timeMicros) {
        int from = first(slot);
        int to = end(slot);
        long offset = timeMicros - originMicros;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (offsets[middle] < offset) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private void makeRoom(int spikes) {
        if (starts.length < slots + 2) {
            starts = new int[slots + slots / 2 + 2];
        } else {
            Arrays.fill(starts, 0, slots + 2, 0);
        }
        if (offsets.length < spikes) {
            offsets = new int[spikes + spikes / 2];
        }
    }

    /** Moves every start up to its train's end while filling the trains, and then back by one slot. */
    private void place(SpikeLog log, int begin, int end) {
        for (int i = begin; i < end; i++) {
            offsets[starts[log.slotAt(i)]++] = (int) (log.timeAt(i) - originMicros);
        }
        System.arraycopy(starts, 0, starts, 1, slots);
        starts[0] = 0;
    }
}
