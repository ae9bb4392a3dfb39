package dev.hebb.shard;

import java.util.Arrays;

/** Histograms of some slots, ascending by slot, in one array. Can be used again. */
public final class Candidates {
    private final int cells;
    private int[] slots = new int[16];
    private int[] counts;
    private int size;

    public Candidates(int cells) {
        this.cells = cells;
        this.counts = new int[slots.length * cells];
    }

    public int cells() {
        return cells;
    }

    public int size() {
        return size;
    }

    public int slot(int i) {
        return slots[i];
    }

    public int[] counts() {
        return counts;
    }

    /** Index of a slot, negative if it is no candidate. */
    public int indexOf(int slot) {
        return Arrays.binarySearch(slots, 0, size, slot);
    }

    public void clear() {
        size = 0;
    }

    /** Adds a slot beyond the last, with an empty histogram; returns where that begins. */
    public int append(int slot) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, 2 * size);
            counts = Arrays.copyOf(counts, Math.multiplyExact(2 * size, cells));
        }
        slots[size] = slot;
        int from = size * cells;
        Arrays.fill(counts, from, from + cells, 0);
        size++;
        return from;
    }

    /** Adds all that others hold, copied; their slots are beyond the last. */
    public void addAll(Candidates others) {
        for (int i = 0; i < others.size; i++) {
            append(others.slots[i], others.counts, i * cells);
        }
    }

    /** Adds a slot beyond the last, with a histogram that is copied. */
    public void append(int slot, int[] from, int at) {
        int to = append(slot);
        System.arraycopy(from, at, counts, to, cells);
    }
}
