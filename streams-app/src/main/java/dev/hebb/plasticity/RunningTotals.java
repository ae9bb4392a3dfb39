package dev.hebb.plasticity;

/**
 * Running totals of a histogram and its mirrored edges: the counts of any bins are one subtraction. Owns scratch memory: not
 * for use by two threads at once.
 */
final class RunningTotals {
    private final int reach;
    private final int bins;
    private final long[] totals;

    /**
     * @param reach bins beyond those of interest that are added up too
     * @param bins length of the histograms
     */
    RunningTotals(int reach, int bins) {
        this.reach = reach;
        this.bins = bins;
        totals = new long[bins + 2 * reach + 1];
    }

    /** Adds up the bins from..to, and as many on both sides as {@link #reach} says. */
    void addUp(Histogram histogram, int from, int to) {
        int[] counts = histogram.counts();
        int first = histogram.from();
        long total = 0;
        int at = from;
        totals[at] = 0;
        for (int d = reach - 1 - from; d >= 0; d--) {
            total += counts[first + d];
            totals[++at] = total;
        }
        int end = Math.min(bins, to + reach);
        for (int bin = Math.max(0, from - reach); bin < end; bin++) {
            total += counts[first + bin];
            totals[++at] = total;
        }
        for (int d = 0; d < to + reach - bins; d++) {
            total += counts[first + bins - 1 - d];
            totals[++at] = total;
        }
    }

    /** The totals themselves: the counts of bins a … b − 1 are totals[index(b)] − totals[index(a)]. */
    long[] totals() {
        return totals;
    }

    /** Where the total of all bins before this one stands. */
    int index(int bin) {
        return reach + bin;
    }

    /** Counts of some bins. */
    long sum(int bin, int width) {
        return totals[reach + bin + width] - totals[reach + bin];
    }

    int reach() {
        return reach;
    }
}
