package dev.hebb.evidence;

import java.util.Arrays;

/**
 * The bins on either side of a peak or trough. Beside a trough the baseline is too low, and what is no more than usual
 * looks like a peak: but a peak stands above both of its sides, a trough lies below both. The middle one of a side's
 * bins is taken for it, so that another sharp peak there does not matter.
 */
final class Flanks {
    /** Variance of the median of many numbers, over that of their mean, is π/2. */
    private static final double MEDIAN_VARIANCE = Math.PI / 2;

    private final int bins;
    private final double z;
    private final int[] sorted;

    /**
     * @param bins of a flank
     * @param z standard deviations that a peak must stand above each
     */
    Flanks(int bins, double z) {
        this.bins = bins;
        this.z = z;
        this.sorted = new int[bins];
    }

    /**
     * Returns whether the counts of some bins stand above those on both sides. A side that does not fit into the
     * histogram is not compared.
     */
    boolean standsOut(Histogram histogram, int bin, int width, int length) {
        double count = histogram.sum(bin, width);
        return (bin < bins || isAbove(count, width, median(histogram, bin - bins)))
                && (bin + width + bins > length || isAbove(count, width, median(histogram, bin + width)));
    }

    /** Count expected in some bins from the emptier of their two flanks; 0 if neither flank fits into the histogram. */
    double lower(Histogram histogram, int bin, int width, int length) {
        boolean fits = bin >= bins && bin + width + bins <= length;
        return fits ? width * Math.min(median(histogram, bin - bins), median(histogram, bin + width)) : 0;
    }

    private boolean isAbove(double count, int width, double level) {
        double variance = level * width * (1 + MEDIAN_VARIANCE * width / bins);
        return count - level * width >= z * Math.sqrt(variance);
    }

    private double median(Histogram histogram, int from) {
        System.arraycopy(histogram.counts(), histogram.from() + from, sorted, 0, bins);
        Arrays.sort(sorted);
        return (sorted[(bins - 1) / 2] + sorted[bins / 2]) / 2.0;
    }
}
