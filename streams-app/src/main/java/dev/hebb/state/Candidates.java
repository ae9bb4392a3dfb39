package dev.hebb.state;

import java.util.Arrays;

/** Histograms of some slots, ascending by slot, in one array. Can be used again. */
final class Candidates {
    private final int cells;
    private int[] slots = new int[16];
    private int[] counts;
    private int size;

    Candidates(int cells) {
        this.cells = cells;
        this.counts = new int[slots.length * cells];
    }

    int cells() {
        return cells;
    }

    int size() {
        return size;
    }

    int slot(int i) {
        return slots[i];
    }

    int[] counts() {
        return counts;
    }

    /** Index of a slot, negative if it is no candidate. */
    int indexOf(int slot) {
        return Arrays.binarySearch(slots, 0, size, slot);
    }

    void clear() {
        size = 0;
    }

    /** Adds a slot beyond the last, with an empty histogram; returns where that begins. */
    int append(int slot) {
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

    /** Adds a slot beyond the last, with a histogram that is copied. */
    void append(int slot, int[] from, int at) {
        int to = append(slot);
        System.arraycopy(from, at, counts, to, cells);
    }
}
