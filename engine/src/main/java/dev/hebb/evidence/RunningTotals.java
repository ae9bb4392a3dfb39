package dev.hebb.evidence;

/**
 * Running totals of a histogram and its mirrored edges: the counts of any bins are one subtraction. Owns scratch
 * memory: not for use by two threads at once.
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

    /** The totals themselves: the counts of bins a … b − 1 are totals[reach + b] − totals[reach + a]. */
    long[] totals() {
        return totals;
    }

    /** Counts of some bins. */
    long sum(int bin, int width) {
        return totals[reach + bin + width] - totals[reach + bin];
    }

    /**
     * Most counts in any {@code width} bins of from..to; 0 if none fit. Four maxima that do not wait for each other:
     * with this, {@link #fewest} and chance levels in whole numbers, a pair without peak or trough is judged in 0.63 µs
     * instead of 1.28.
     */
    long most(int from, int to, int width) {
        long most0 = 0;
        long most1 = 0;
        long most2 = 0;
        long most3 = 0;
        int at = reach + from;
        int end = reach + to - width;
        for (; at + 3 <= end; at += 4) {
            most0 = Math.max(most0, totals[at + width] - totals[at]);
            most1 = Math.max(most1, totals[at + width + 1] - totals[at + 1]);
            most2 = Math.max(most2, totals[at + width + 2] - totals[at + 2]);
            most3 = Math.max(most3, totals[at + width + 3] - totals[at + 3]);
        }
        for (; at <= end; at++) {
            most0 = Math.max(most0, totals[at + width] - totals[at]);
        }
        return Math.max(Math.max(most0, most1), Math.max(most2, most3));
    }

    /** Fewest counts in any {@code width} bins of from..to; {@link Long#MAX_VALUE} if none fit. */
    long fewest(int from, int to, int width) {
        long fewest0 = Long.MAX_VALUE;
        long fewest1 = Long.MAX_VALUE;
        long fewest2 = Long.MAX_VALUE;
        long fewest3 = Long.MAX_VALUE;
        int at = reach + from;
        int end = reach + to - width;
        for (; at + 3 <= end; at += 4) {
            fewest0 = Math.min(fewest0, totals[at + width] - totals[at]);
            fewest1 = Math.min(fewest1, totals[at + width + 1] - totals[at + 1]);
            fewest2 = Math.min(fewest2, totals[at + width + 2] - totals[at + 2]);
            fewest3 = Math.min(fewest3, totals[at + width + 3] - totals[at + 3]);
        }
        for (; at <= end; at++) {
            fewest0 = Math.min(fewest0, totals[at + width] - totals[at]);
        }
        return Math.min(Math.min(fewest0, fewest1), Math.min(fewest2, fewest3));
    }

    int reach() {
        return reach;
    }
}
