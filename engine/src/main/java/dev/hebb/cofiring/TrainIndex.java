package dev.hebb.cofiring;

import java.util.Arrays;

/**
 * The spikes of a range and of the reach before it, train by train: the spikes of slot s are the positions
 * {@link #first}(s) up to {@link #end}(s), in order of time; and a second time in order of time, as the counting loop
 * reads them. Rebuilt for each range in O(spikes + slots), and once its arrays are large enough without allocation. Not
 * thread-safe.
 */
public final class TrainIndex {
    /** A range with its reach has to be shorter than this, 35 minutes, so that its times fit into ints. */
    public static final int MAX_RANGE_MICROS = Integer.MAX_VALUE;

    /** Bytes of memory for each spike, without the room for more. */
    public static final int BYTES_PER_SPIKE = Integer.BYTES + SpikeBlocks.BYTES_PER_SPIKE;

    private final int reachMicros;
    private long originMicros;
    private long fromMicros;
    private long toMicros;
    private int slots;
    private int busiest;
    private final SpikeBlocks blocks;

    /** Train s is at positions starts[s] to starts[s + 1]. */
    private int[] starts = new int[2];

    /** Train s has the spikes of the range itself, behind those of the reach, from position owns[s] on. */
    private int[] owns = new int[0];

    /** Time of a spike, in µs after the origin. */
    private int[] offsets = new int[0];

    public TrainIndex(LagAxis axis) {
        this(axis, SpikeBlocks.BLOCK_BYTES);
    }

    /** Makes an index with blocks of another size, for tests and measurements. */
    TrainIndex(LagAxis axis, int blockBytes) {
        this.reachMicros = axis.reachMicros();
        this.blocks = new SpikeBlocks(axis, blockBytes);
    }

    /** Bytes that it takes up now, in use or reserved. */
    public long memoryBytes() {
        return blocks.memoryBytes() + (long) Integer.BYTES * (starts.length + owns.length + offsets.length);
    }

    /**
     * Indexes all trains of a log in [from − reach, to).
     *
     * @param slots all slots of the range are below this
     * @throws IllegalArgumentException if the range is empty, or longer than {@link #MAX_RANGE_MICROS}
     */
    public void rebuild(SpikeLog log, long fromMicros, long toMicros, int slots) {
        if (fromMicros >= toMicros || toMicros - fromMicros > MAX_RANGE_MICROS - reachMicros) {
            throw new IllegalArgumentException("spike trains of [" + fromMicros + ", " + toMicros
                    + ") µs and the reach of " + reachMicros + " µs before; choose a range that is not empty and"
                    + " with its reach not above " + MAX_RANGE_MICROS + " µs");
        }
        this.originMicros = fromMicros - reachMicros;
        this.fromMicros = fromMicros;
        this.toMicros = toMicros;
        this.slots = slots;
        int begin = log.head() + log.lowerBound(originMicros);
        int end = log.head() + log.lowerBound(toMicros);
        count(log.slots(), begin, end);
        int spikes = end - begin;
        if (offsets.length < spikes) {
            offsets = new int[spikes + spikes / 4];
        }
        int own = log.head() + log.lowerBound(fromMicros);
        place(log, begin, own);
        noteOwn();
        place(log, own, end);
        blocks.fill(log, originMicros, (int) (toMicros - originMicros), slots);
    }

    /** Bytes of memory that the spikes take, with the room for more. */
    public long bytes() {
        return (long) Integer.BYTES * offsets.length + blocks.bytes();
    }

    /** Start of the range, without the reach before it. */
    public long fromMicros() {
        return fromMicros;
    }

    /** End of the range, exclusive. */
    public long toMicros() {
        return toMicros;
    }

    /** Returns the end of the range of slots, exclusive. */
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

    /** Spikes of a slot in the range, without the reach before it. */
    public int spikes(int slot) {
        return slot < slots ? starts[slot + 1] - owns[slot] : 0;
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

    long originMicros() {
        return originMicros;
    }

    /** Times by position, in µs after the origin. */
    int[] offsets() {
        return offsets;
    }

    /** Returns the spikes of all trains in order of time. */
    SpikeBlocks blocks() {
        return blocks;
    }

    /** Returns the largest number of spikes of any slot. */
    int busiest() {
        return busiest;
    }

    /** Counts spikes by slot, and turns the counts into starts[s + 1] = begin of train s. */
    private void count(int[] logSlots, int begin, int end) {
        if (starts.length < slots + 2) {
            starts = new int[slots + slots / 4 + 2];
        } else {
            Arrays.fill(starts, 0, slots + 2, 0);
        }
        int[] counts = starts;
        for (int i = begin; i < end; i++) {
            counts[logSlots[i] + 2]++;
        }
        busiest = 0;
        int total = 0;
        for (int slot = 0; slot < slots; slot++) {
            int count = counts[slot + 2];
            busiest = Math.max(busiest, count);
            counts[slot + 1] = total;
            total += count;
        }
        counts[slots + 1] = total;
    }

    /** Notes where each train continues, when the spikes of the reach are in place. */
    private void noteOwn() {
        if (owns.length < slots) {
            owns = new int[slots + slots / 4];
        }
        System.arraycopy(starts, 1, owns, 0, slots);
    }

    /** Moves each start to its train's end while filling the trains, which makes it the next one's start. */
    private void place(SpikeLog log, int begin, int end) {
        int[] lows = log.lows();
        int[] logSlots = log.slots();
        int origin = (int) originMicros;
        for (int i = begin; i < end; i++) {
            offsets[starts[logSlots[i] + 1]++] = lows[i] - origin;
        }
    }
}
