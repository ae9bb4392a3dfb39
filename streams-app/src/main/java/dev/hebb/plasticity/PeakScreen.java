package dev.hebb.plasticity;

/**
 * Tells cheaply of most histograms that no peak in them can be significant. Instead of the Gaussian it takes a staircase
 * of boxes that lies under it everywhere, whose sums come from one running total: the chance level is never
 * overestimated, so that what this refuses, the full judgement would refuse too.
 *
 * <p>Measured on 1,000 Poisson neurons, a million pairs a judgement: smoothing and trying every lag and width took 40 % of
 * the whole engine's time, 3.5 µs a pair; with this first, a fifth of that.
 */
final class PeakScreen {
    private static final int STEPS = 8;

    private final int reach;
    private final int[] radii = new int[STEPS];
    private final double[] heights = new double[STEPS];
    private final double centreExcess;
    private final long[] totals;
    private final double[] chanceTotals;

    /**
     * @param weights of the smoothing, symmetric, with the hollow centre in the middle
     * @param bins length of the histograms
     */
    PeakScreen(double[] weights, int bins) {
        reach = weights.length / 2;
        for (int step = 0; step < STEPS; step++) {
            radii[step] = Math.max(1, reach * (step + 1) / STEPS);
        }
        for (int step = 0; step < STEPS; step++) {
            double beyond = step + 1 < STEPS ? weights[reach + radii[step + 1]] : 0;
            heights[step] = weights[reach + radii[step]] - beyond;
        }
        centreExcess = Math.max(0, weights[reach + radii[0]] - weights[reach]);
        totals = new long[bins + 2 * reach + 1];
        chanceTotals = new double[bins + 1];
    }

    /**
     * Whether some peak might be significant.
     *
     * @param from first bin at which a peak may lie
     * @param to bin after the last
     * @param requiredZ that a peak must reach
     * @param requiredExcess spike pairs beyond chance that a peak must have
     */
    boolean mightHold(Histogram histogram, int from, int to, int[] widths, double requiredZ, double requiredExcess) {
        addUp(histogram);
        underestimateChance(from, to);
        double floor = requiredZ * requiredZ;
        for (int width : widths) {
            for (int bin = from; bin + width <= to; bin++) {
                double expected = chanceTotals[bin + width] - chanceTotals[bin];
                double excess = totals[reach + bin + width] - totals[reach + bin] - expected;
                if (excess >= requiredExcess && excess * excess >= floor * expected) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Mean count of the bins from..to of the histogram that was last screened. */
    double mean(int from, int to) {
        return (double) (totals[reach + to] - totals[reach + from]) / (to - from);
    }

    /** Running totals of the histogram and its mirrored edges. */
    private void addUp(Histogram histogram) {
        int bins = chanceTotals.length - 1;
        int[] counts = histogram.counts();
        int first = histogram.from();
        long total = 0;
        int at = 0;
        for (int d = reach - 1; d >= 0; d--) {
            total += counts[first + d];
            totals[++at] = total;
        }
        for (int bin = 0; bin < bins; bin++) {
            total += counts[first + bin];
            totals[++at] = total;
        }
        for (int d = 0; d < reach; d++) {
            total += counts[first + bins - 1 - d];
            totals[++at] = total;
        }
    }

    private void underestimateChance(int from, int to) {
        double total = 0;
        chanceTotals[from] = 0;
        for (int bin = from; bin < to; bin++) {
            int centre = reach + bin;
            double chance = -centreExcess * (totals[centre + 1] - totals[centre]);
            for (int step = 0; step < STEPS; step++) {
                chance += heights[step] * (totals[centre + radii[step] + 1] - totals[centre - radii[step]]);
            }
            total += Math.max(0, chance);
            chanceTotals[bin + 1] = total;
        }
    }
}
