package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import java.util.function.IntPredicate;

/**
 * Cumulative histograms of a dendrite's candidates only: what is kept where a network is too large for a full set. Can
 * be used again.
 */
public final class CandidateHistograms implements DendriteHistograms {
    /** A row has to fit into a message of 8 MB, were all its counters of four bytes. */
    private static final int LARGEST_ROW_CELLS = 2_000_000;

    private Candidates now;
    private Candidates next;

    /** @param cells of a two-sided histogram */
    public CandidateHistograms(int cells) {
        this.now = new Candidates(cells);
        this.next = new Candidates(cells);
    }

    /** The candidates there are; to be filled with what was kept, after they were cleared. */
    public Candidates candidates() {
        return now;
    }

    @Override
    public void add(CountRow row, int slots, IntPredicate admit) {
        next.clear();
        for (int slot = 0; slot < slots; slot++) {
            int known = now.indexOf(slot);
            if (known >= 0) {
                next.append(slot, now.counts(), known * now.cells());
                row.addTo(slot, next.counts(), from(next.size() - 1, next));
            } else if (row.isTouched(slot) && mayAppend() && admit.test(slot)) {
                int at = next.append(slot); // which may replace the array
                row.addTo(slot, next.counts(), at);
            }
        }
        swap();
    }

    private boolean mayAppend() {
        return (next.size() + 1) * (long) next.cells() <= LARGEST_ROW_CELLS;
    }

    @Override
    public void halve(int times, int slots) {
        int[] counts = now.counts();
        for (int i = 0; i < now.size() * now.cells(); i++) {
            counts[i] >>= times;
        }
    }

    @Override
    public boolean isDense() {
        return false;
    }

    @Override
    public boolean has(int preSlot) {
        return now.indexOf(preSlot) >= 0;
    }

    @Override
    public int[] counts() {
        return now.counts();
    }

    @Override
    public int from(int preSlot) {
        return from(now.indexOf(preSlot), now);
    }

    @Override
    public void retain(IntPredicate keep) {
        next.clear();
        for (int i = 0; i < now.size(); i++) {
            if (keep.test(now.slot(i))) {
                next.append(now.slot(i), now.counts(), from(i, now));
            }
        }
        swap();
    }

    private static int from(int index, Candidates in) {
        return index * in.cells();
    }

    private void swap() {
        Candidates before = now;
        now = next;
        next = before;
    }
}
