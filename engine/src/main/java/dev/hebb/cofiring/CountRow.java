package dev.hebb.cofiring;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one dendrite, {@code [slot][cell]} as {@link LagAxis} lays the cells out.
 *
 * <p>They are 16 bits wide, so that a row of 1,000 neurons (200 KB) stays in a second-level cache. Nothing is lost
 * beyond 65,535: as long as the trains prove that no cell can get there the loop does not look; else each counter that
 * wraps carries into a second array, which only then exists. Not thread-safe.
 */
public final class CountRow {
    private static final int CARRY = 1 << Short.SIZE;

    private final LagAxis axis;
    private final int cells;
    private final int shift;
    private int slots;
    private short[] counts = new short[0];
    private int @Nullable [] carried;

    /** No counter is above this yet, by proof. */
    private long bound;

    public CountRow(LagAxis axis) {
        this.axis = axis;
        this.cells = axis.cells();
        this.shift = SplitTime.of(axis).shift();
    }

    /** Empties the row, and makes it long enough for slots 0 to {@code slots} − 1. */
    public void reset(int slots) {
        int length = Math.multiplyExact(slots, cells);
        if (counts.length < length) {
            counts = new short[length];
        } else {
            Arrays.fill(counts, 0, length, (short) 0);
        }
        this.slots = slots;
        carried = null;
        bound = 0;
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
        int at = slot * cells + cell;
        int low = Short.toUnsignedInt(counts[at]);
        return carried == null ? low : carried[at] + low;
    }

    /** Pairs whose post-synaptic spike came in this bin after the other, or with it (bin 0). */
    public int causal(int slot, int bin) {
        return count(slot, axis.bins() + bin);
    }

    /** Pairs whose post-synaptic spike came in this bin before the other, or with it (bin 0). */
    public int antiCausal(int slot, int bin) {
        return count(slot, axis.bins() - 1 - bin);
    }

    /**
     * Writes the causal bins of a slot that have counts, ascending. A count is as likely as not to be 0, so nothing
     * here branches on one: the next bin is written over a bin without counts.
     *
     * @param bins from {@code at} on, with room for K
     * @param into their counts, likewise
     * @return the place after the last
     */
    public int causalCells(int slot, int[] bins, int[] into, int at) {
        short[] low = counts;
        int first = slot * cells + axis.bins();
        int to = at;
        for (int bin = 0; bin < axis.bins(); bin++) {
            int count = Short.toUnsignedInt(low[first + bin]) + (carried == null ? 0 : carried[first + bin]);
            bins[to] = bin;
            into[to] = count;
            to += -count >>> (Integer.SIZE - 1);
        }
        return to;
    }

    /** Returns whether any pair of this slot was counted. */
    public boolean isTouched(int slot) {
        for (int cell = 0; cell < cells; cell++) {
            if (count(slot, cell) != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds the histogram of a slot to one kept elsewhere. Where a sum would be beyond an int, all of the histogram
     * loses half of its weight, as at a half-life: its shape is what pairs are judged by, and two thousand million
     * pairs in a cell show it. A pair of neurons at 1 kHz each has as many in 1 ms after 25 days.
     *
     * @param into 2K cells from {@code at} on
     */
    public void addTo(int slot, int[] into, int at) {
        boolean isBeyond = carried == null ? addUncarried(slot * cells, into, at) : addCarried(slot, into, at);
        if (isBeyond) {
            halve(into, at, cells);
        }
    }

    /** Counts are not negative, so a sum beyond an int is: one look at all of them is enough. */
    private boolean addUncarried(int from, int[] into, int at) {
        int signs = 0;
        for (int cell = 0; cell < cells; cell++) {
            int sum = into[at + cell] + Short.toUnsignedInt(counts[from + cell]);
            into[at + cell] = sum;
            signs |= sum;
        }
        return signs < 0;
    }

    private boolean addCarried(int slot, int[] into, int at) {
        int signs = 0;
        for (int cell = 0; cell < cells; cell++) {
            into[at + cell] += count(slot, cell);
            signs |= into[at + cell];
        }
        return signs < 0;
    }

    /**
     * Halves sums of two counts each, rounding down. They may be beyond an int: as unsigned numbers they are right.
     *
     * @param sums from {@code at} on
     */
    public static void halve(int[] sums, int at, int length) {
        for (int i = at; i < at + length; i++) {
            sums[i] >>>= 1;
        }
    }

    /**
     * Adds the causal bins of a slot to counts kept elsewhere.
     *
     * @param at where that of bin 0 is
     * @param step from one bin to the next: 1, or −1 where they are kept backwards
     * @return whether a sum is beyond an int, so that the histogram has to be {@linkplain #halve halved}
     */
    public boolean addCausalTo(int slot, int[] into, int at, int step) {
        int signs = 0;
        int to = at;
        for (int bin = 0; bin < axis.bins(); bin++) {
            into[to] += causal(slot, bin);
            signs |= into[to];
            to += step;
        }
        return signs < 0;
    }

    /** Announces pairs of which at most this many fall into one cell. */
    void expect(long mostOfACell) {
        bound = Math.min(CARRY, bound + Math.min(CARRY, mostOfACell));
    }

    /**
     * Counts the pairs of one post-synaptic spike with the spikes of these keys (see {@link SpikeBlocks}).
     *
     * @param begin first of the keys
     * @param end after the last
     * @param shifted what makes a key a cell when shifted: K bins + t, with t less 1 µs for spikes after it
     * @param base first cell of the block
     */
    void add(int[] keys, int begin, int end, int shifted, int base) {
        if (bound < CARRY) {
            addProven(keys, begin, end, shifted, base);
        } else {
            addCarrying(keys, begin, end, shifted, base);
        }
    }

    private void addProven(int[] keys, int begin, int end, int shifted, int base) {
        short[] counts = this.counts;
        int shift = this.shift;
        for (int i = begin; i < end; i++) {
            counts[base + ((keys[i] + shifted) >>> shift)]++;
        }
    }

    private void addCarrying(int[] keys, int begin, int end, int shifted, int base) {
        short[] counts = this.counts;
        int shift = this.shift;
        for (int i = begin; i < end; i++) {
            int at = base + ((keys[i] + shifted) >>> shift);
            if (++counts[at] == 0) {
                carry(at);
            }
        }
    }

    /** The counter in this place went from 65,535 to 0. */
    void carry(int at) {
        if (carried == null) {
            carried = new int[counts.length];
        }
        if (carried[at] > Integer.MAX_VALUE - 2 * CARRY + 1) {
            throw new ArithmeticException("more than " + Integer.MAX_VALUE + " spike pairs of slot " + at / cells
                    + " in cell " + at % cells + "; count shorter ranges");
        }
        carried[at] += CARRY;
    }

    void clear(int slot) {
        Arrays.fill(counts, slot * cells, (slot + 1) * cells, (short) 0);
        if (carried != null) {
            Arrays.fill(carried, slot * cells, (slot + 1) * cells, 0);
        }
    }
}
