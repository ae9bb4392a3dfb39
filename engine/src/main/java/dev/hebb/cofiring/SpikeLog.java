package dev.hebb.cofiring;

import java.util.Arrays;

/**
 * The spikes that are still needed, in order of time: 8 bytes a spike, over any span.
 *
 * <p>Of each time only the low 32 bits are kept by spike; the high 32 bits change every 71 minutes, and are kept by run
 * of spikes that share them. So no time has to be rebased, a silence of days costs one entry, and the difference of the
 * low words of two spikes less than 2<sup>31</sup> µs apart is their exact distance.
 *
 * <p>Spikes are addressed by index, 0 is the oldest; {@link #dropBefore} moves the indices. Not thread-safe.
 */
public final class SpikeLog {
    /** Bytes of memory for each spike. */
    public static final int BYTES_PER_SPIKE = 2 * Integer.BYTES;

    private int[] lows = new int[16];
    private int[] slots = new int[16];
    private int head;
    private int tail;

    /** Run r has the spikes from position runStarts[r] up to the next run's, all with high word runHighs[r]. */
    private int[] runStarts = new int[4];

    private int[] runHighs = new int[4];
    private int runs;

    /**
     * Adds a spike.
     *
     * @throws IllegalArgumentException if it is older than the newest in the log, or the slot is negative
     */
    public void append(long timeMicros, int slot) {
        if (slot < 0) {
            throw new IllegalArgumentException("slot " + slot + " is negative");
        }
        if (tail > head && timeMicros < timeAt(tail - head - 1)) {
            throw new IllegalArgumentException("spike at " + timeMicros + " µs comes after one at "
                    + timeAt(tail - head - 1) + " µs; a spike log takes spikes in order of time");
        }
        if (tail == lows.length) {
            makeRoom();
        }
        int high = (int) (timeMicros >> 32);
        if (runs == 0 || runHighs[runs - 1] != high) {
            startRun(high);
        }
        lows[tail] = (int) timeMicros;
        slots[tail] = slot;
        tail++;
    }

    /** Spikes in the log. */
    public int size() {
        return tail - head;
    }

    /** Bytes that it takes up now, in use or reserved. */
    public long memoryBytes() {
        return (long) Integer.BYTES * (lows.length + slots.length + runStarts.length + runHighs.length);
    }

    /** Time of the spike at this index, in µs. */
    public long timeAt(int index) {
        int position = positionOf(index);
        int run = runs - 1;
        while (runStarts[run] > position) {
            run--;
        }
        return (long) runHighs[run] << 32 | Integer.toUnsignedLong(lows[position]);
    }

    /** Slot of the spike at this index. */
    public int slotAt(int index) {
        return slots[positionOf(index)];
    }

    /** The first index whose time is at or after this one, {@link #size()} if there is none. */
    public int lowerBound(long timeMicros) {
        int high = (int) (timeMicros >> 32);
        int run = 0;
        while (run < runs && runHighs[run] < high) {
            run++;
        }
        if (run == runs) {
            return size();
        }
        int from = Math.max(head, runStarts[run]);
        if (runHighs[run] > high) {
            return from - head;
        }
        int low = (int) timeMicros;
        int to = run + 1 < runs ? runStarts[run + 1] : tail;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Integer.compareUnsigned(lows[middle], low) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - head;
    }

    /** Forgets every spike before this time. */
    public void dropBefore(long timeMicros) {
        head += lowerBound(timeMicros);
        if (head == tail) {
            head = 0;
            tail = 0;
            runs = 0;
        }
    }

    /** Bytes of memory that the spikes take. */
    public long bytes() {
        return (long) BYTES_PER_SPIKE * lows.length;
    }

    /** Low words of the times, to be read from {@link #head} on; the next append may replace the array. */
    int[] lows() {
        return lows;
    }

    /** Slots, to be read from {@link #head} on; the next append may replace the array. */
    int[] slots() {
        return slots;
    }

    /** Returns where index 0 is in the arrays. */
    int head() {
        return head;
    }

    private int positionOf(int index) {
        if (index < 0 || index >= tail - head) {
            throw new IndexOutOfBoundsException("spike " + index + " of " + size());
        }
        return head + index;
    }

    private void startRun(int high) {
        if (runs == runStarts.length) {
            runStarts = Arrays.copyOf(runStarts, 2 * runs);
            runHighs = Arrays.copyOf(runHighs, 2 * runs);
        }
        runStarts[runs] = tail;
        runHighs[runs] = high;
        runs++;
    }

    /** Moves what is left to the front, and doubles the arrays if that is more than half of them. */
    private void makeRoom() {
        int size = size();
        int capacity = 2 * size > lows.length ? Math.multiplyExact(2, lows.length) : lows.length;
        int[] newLows = capacity == lows.length ? lows : new int[capacity];
        int[] newSlots = capacity == lows.length ? slots : new int[capacity];
        System.arraycopy(lows, head, newLows, 0, size);
        System.arraycopy(slots, head, newSlots, 0, size);
        lows = newLows;
        slots = newSlots;
        moveRuns();
        head = 0;
        tail = size;
    }

    private void moveRuns() {
        int gone = 0;
        while (gone + 1 < runs && runStarts[gone + 1] <= head) {
            gone++;
        }
        runs -= gone;
        for (int run = 0; run < runs; run++) {
            runStarts[run] = Math.max(0, runStarts[run + gone] - head);
            runHighs[run] = runHighs[run + gone];
        }
    }
}
