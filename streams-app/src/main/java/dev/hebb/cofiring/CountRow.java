package dev.hebb.cofiring;

import java.util.Arrays;

/**
 * The counters of one dendrite, {@code [slot][cell]} as {@link LagAxis} lays the cells out. Not thread-safe.
 */
public final class CountRow {
    private final LagAxis axis;
    private final int cells;
    private int slots;
    private int[] counts = new int[0];

    public CountRow(LagAxis axis) {
        this.axis = axis;
        this.cells = axis.cells();
    }

    /** Empties the row, and makes it long enough for slots 0 to {@code slots} − 1. */
    public void reset(int slots) {
        int length = Math.multiplyExact(slots, cells);
        if (counts.length < length) {
            counts = new int[length];
        } else {
            Arrays.fill(counts, 0, length, 0);
        }
        this.slots = slots;
    }

    public LagAxis axis() {
        return axis;
    }

    /** Slots of the row. */
    public int slots() {
        return slots;
    }

    /** Pairs of this pre-synaptic slot in one cell. */
    public int count(int slot, int cell) {
        return counts[slot * cells + cell];
    }

    /** Pairs whose post-synaptic spike came in this bin after the other, or with it (bin 0). */
    public int causal(int slot, int bin) {
        return count(slot, axis.bins() + bin);
    }

    /** Pairs whose post-synaptic spike came in this bin before the other, or with it (bin 0). */
    public int antiCausal(int slot, int bin) {
        return count(slot, axis.bins() - 1 - bin);
    }

    /** Whether any pair of this slot was counted. */
    public boolean isTouched(int slot) {
        int any = 0;
        for (int i = slot * cells; i < (slot + 1) * cells; i++) {
            any |= counts[i];
        }
        return any != 0;
    }

    /**
     * Adds the histogram of a slot to one kept elsewhere.
     *
     * @param into 2K cells from {@code at} on
     * @throws ArithmeticException if a sum is beyond an int
     */
    public void addTo(int slot, int[] into, int at) {
        for (int cell = 0; cell < cells; cell++) {
            into[at + cell] = Math.addExact(into[at + cell], count(slot, cell));
        }
    }

    void increment(int slot, int cell) {
        int i = slot * cells + cell;
        counts[i] = Math.incrementExact(counts[i]);
    }

    void clear(int slot) {
        Arrays.fill(counts, slot * cells, (slot + 1) * cells, 0);
    }
}
