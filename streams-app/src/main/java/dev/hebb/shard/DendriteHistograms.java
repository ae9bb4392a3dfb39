package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;

/** The cumulative two-sided histograms of one dendrite, opened for a recount. Read at once; the memory is used again. */
public interface DendriteHistograms {
    /**
     * Adds a recount.
     *
     * @param counts [slot][2K]
     * @param slots how many slots of it to add
     * @throws ArithmeticException if a counter would overflow
     */
    void add(CountRow counts, int slots);

    /** The array that holds the histograms. */
    int[] counts();

    /** Where in {@link #counts} the 2K cells of a slot begin. */
    int from(int preSlot);

    /** Forgets one pair: it can only come back as a new candidate. */
    void forget(int preSlot);

    /** Writes back what was changed. */
    void save();
}
