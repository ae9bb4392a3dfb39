package dev.hebb.cofiring;

import java.util.Arrays;

/**
 * Neuron ids (any non-negative int) to dense slots 0, 1, 2 …, in order of first appearance; nothing depends on the id's
 * value but where it lies in the table. Open addressing with linear probing, at most half full. Not thread-safe.
 */
public final class NeuronIndex {
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    /** Slot + 1 by place in the table, 0 where empty. */
    private int[] table = new int[64];

    private int shift = 32 - 6;
    private int[] ids = new int[32];
    private int size;

    /** The slot of this neuron, which gets the next free one if it has none. */
    public int slotOf(int id) {
        if (id < 0) {
            throw new IllegalArgumentException("neuron " + id + " is negative");
        }
        int place = place(id);
        if (table[place] != 0) {
            return table[place] - 1;
        }
        if (2 * (size + 1) > table.length) {
            grow();
            place = place(id);
        }
        ids[size] = id;
        table[place] = ++size;
        return size - 1;
    }

    /** The slot of this neuron, or −1. */
    public int find(int id) {
        return table[place(id)] - 1;
    }

    /** The neuron of a slot. */
    public int idOf(int slot) {
        if (slot >= size) {
            throw new IndexOutOfBoundsException("slot " + slot + " of " + size);
        }
        return ids[slot];
    }

    /** Neurons seen, and the next free slot. */
    public int size() {
        return size;
    }

    /** Returns where the id is, or the empty place where it would be. */
    private int place(int id) {
        int mask = table.length - 1;
        int place = (id * GOLDEN_RATIO) >>> shift;
        while (table[place] != 0 && ids[table[place] - 1] != id) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        table = new int[2 * table.length];
        ids = Arrays.copyOf(ids, 2 * ids.length);
        shift--;
        for (int slot = 0; slot < size; slot++) {
            table[place(ids[slot])] = slot + 1;
        }
    }
}
