package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Cumulative histograms of a dendrite with every slot, {@code [slot][2K]} in one array. Can be used again. */
public final class DenseHistograms implements DendriteHistograms {
    private final int cells;
    private int[] counts = new int[0];
    private int slots;

    /** @param cells of a two-sided histogram */
    public DenseHistograms(int cells) {
        this.cells = cells;
    }

    /**
     * Empties it for another dendrite.
     *
     * @param newSlots how many slots it is to have
     * @return the array, all 0 up to the last slot, to be filled with what was kept
     */
    public int[] reset(int newSlots) {
        int length = Math.multiplyExact(newSlots, cells);
        if (counts.length < length) {
            counts = new int[length];
        } else {
            Arrays.fill(counts, 0, length, 0);
        }
        slots = newSlots;
        return counts;
    }

    /** Holds counts of so many slots, not a copy of them, until they are released. */
    public void hold(int[] newCounts, int newSlots) {
        counts = newCounts;
        slots = newSlots;
    }

    /** Gives the counts away, and holds none. */
    public int[] release() {
        int[] released = counts;
        hold(new int[0], 0);
        return released;
    }

    /** Returns how many slots it has. */
    public int slots() {
        return slots;
    }

    /** Cells of a two-sided histogram. */
    public int cells() {
        return cells;
    }

    @Override
    public void add(CountRow row, int ofSlots, IntPredicate admit) {
        for (int slot = 0; slot < ofSlots; slot++) {
            row.addTo(slot, counts, from(slot));
        }
    }

    @Override
    public void halve(int times, int ofSlots) {
        for (int i = 0; i < ofSlots * cells; i++) {
            counts[i] >>= times;
        }
    }

    @Override
    public boolean isDense() {
        return true;
    }

    @Override
    public boolean has(int preSlot) {
        return true;
    }

    @Override
    public int[] counts() {
        return counts;
    }

    @Override
    public int from(int preSlot) {
        return preSlot * cells;
    }

    @Override
    public void retain(IntPredicate keep) {
        // Every pair has a histogram.
    }
}
