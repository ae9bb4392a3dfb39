package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import java.util.function.IntPredicate;

/**
 * The cumulative two-sided histograms of one dendrite, in memory: either dense, with one for every pair, or only of
 * candidates, where a network is too large for that. A storage reads them before a recount and writes them after it;
 * the memory is used again for the next dendrite.
 */
public sealed interface DendriteHistograms permits DenseHistograms, CandidateHistograms {
    /**
     * Adds a recount. The histogram of a pair whose counts would be beyond an int loses half of its weight: see
     * {@link CountRow#addTo}.
     *
     * @param counts [slot][2K]
     * @param slots how many slots of it to add
     * @param admit whether a slot that is no candidate becomes one; not asked where histograms are dense
     */
    void add(CountRow counts, int slots, IntPredicate admit);

    /**
     * Halves all counts, rounding down.
     *
     * @param times how often, below 32
     * @param slots that may have a histogram
     */
    void halve(int times, int slots);

    /** Returns whether every pair has a histogram. */
    boolean isDense();

    /** Returns whether a pair has a histogram. */
    boolean has(int preSlot);

    /** The array that holds the histograms. */
    int[] counts();

    /** Returns where in {@link #counts} the 2K cells of a slot begin that {@link #has} one. */
    int from(int preSlot);

    /** Keeps only these candidates; does nothing where histograms are dense. */
    void retain(IntPredicate keep);
}
