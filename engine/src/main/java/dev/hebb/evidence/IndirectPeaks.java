package dev.hebb.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the peaks of a dendrite at lags where no synapse can make one: longer than the longest lag of a synapse, in
 * either direction, and across zero. A chain of neurons makes the former, a common drive the latter. Where a dendrite
 * has many of them, indirect paths make peaks at the lags of synapses, too, even if the neurons on these paths were not
 * recorded. Owns scratch memory: not for use by two threads at once.
 */
final class IndirectPeaks {
    private static final int NEAR_ZERO_BINS = 4;
    /** Bins on either side of a peak that hold what is left of it. */
    private static final int SKIRT_BINS = 2;

    /** Receives a peak: its count, and what chance explains of it. */
    @FunctionalInterface
    interface Reader {
        void accept(Histogram histogram, double count, double expected);
    }

    private final HollowGaussian baseline;
    private final PeakScreen screen;
    private final Flanks flanks;
    private final int[] widths;
    private final double minimumExcess;
    private final int bins;
    private final int zero;
    private final int longest;
    private final double[] chance;
    private int at;
    private int widest;

    /**
     * @param widths of peaks, in bins
     * @param minimumExcess spike pairs beyond chance that a peak must have
     * @param longest bins from zero to the longest lag of a synapse
     */
    IndirectPeaks(HollowGaussian baseline, Flanks flanks, int[] widths, double minimumExcess, int longest) {
        this.baseline = baseline;
        this.flanks = flanks;
        this.widths = widths;
        this.minimumExcess = minimumExcess;
        this.longest = longest;
        this.screen = baseline.screen();
        this.bins = baseline.bins();
        this.zero = bins / 2;
        this.chance = new double[bins];
    }

    /**
     * The indirect peaks of a dendrite, at most three of a pair. The order of the pairs does not matter.
     *
     * @param cumulative their cumulative histograms
     * @param requiredZ that a peak must reach, times √(1 + variance · chance level)
     * @param variance relative variance of the baseline
     */
    IndirectDrive of(Histograms cumulative, double requiredZ, double variance) {
        List<Double> effects = new ArrayList<>();
        each(
                cumulative,
                requiredZ,
                variance,
                (histogram, count, expected) -> effects.add(IndirectDrive.effect(histogram, bins, count - expected)));
        // The sum of the sorted effects is the same in any order.
        return new IndirectDrive(
                effects.size(),
                effects.stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .average()
                        .orElse(0));
    }

    /** Gives the indirect peaks of some pairs, at most three of a pair, as {@link #of} counts them. */
    private void each(Histograms cumulative, double requiredZ, double variance, Reader reader) {
        for (int index = 0; index < cumulative.size(); index++) {
            each(cumulative.get(index), requiredZ, variance, reader);
        }
    }

    /**
     * Finds the histograms in which a peak at any lag might be significant: of all others it is sure that there is
     * none. A null was learned of 2,256 Poisson pairs in about 4 ms, with 3 to 720 counts a bin; looking at one after
     * the other, it took 13 to 36 ms.
     *
     * @return by index
     */
    boolean[] screen(Histograms cumulative, double requiredZ) {
        boolean[] might = new boolean[cumulative.size()];
        baseline.screenOfPeaks(widths, minimumExcess).screen(cumulative, requiredZ, Double.POSITIVE_INFINITY, might);
        return might;
    }

    /** Gives the indirect peaks of one pair, at most three, as {@link #of} counts them. */
    void each(Histogram histogram, double requiredZ, double variance, Reader reader) {
        if (screen.mightHold(histogram, 0, bins, widths, requiredZ, minimumExcess)) {
            baseline.smooth(histogram, 0, bins, chance);
            int near = Math.min(NEAR_ZERO_BINS, zero);
            give(histogram, 0, zero - longest, requiredZ, variance, reader);
            give(histogram, zero + longest, bins, requiredZ, variance, reader);
            give(histogram, zero - near, zero + near, requiredZ, variance, reader);
        }
    }

    /** Gives the best peak of these bins, if it is significant and stands out, and crosses zero if near it. */
    private void give(Histogram histogram, int from, int to, double requiredZ, double variance, Reader reader) {
        boolean far = to <= zero || from >= zero;
        if (isFound(histogram, from, to, requiredZ, variance)
                && (far || (at < zero && at + widest > zero))
                && flanks.standsOut(histogram, at, widest, bins)) {
            reader.accept(histogram, histogram.sum(at, widest), expected(at, widest));
        }
    }

    /**
     * Returns the strongest peak at any lag, if it is significant.
     *
     * @param unit of effects, see {@link PeakScore#unit}
     */
    @Nullable Link strongest(Histogram histogram, double requiredZ, double variance, double unit) {
        if (!screen.mightHold(histogram, 0, bins, widths, requiredZ, minimumExcess)) {
            return null;
        }
        baseline.smooth(histogram, 0, bins, chance);
        if (!isFound(histogram, 0, bins, requiredZ, variance)) {
            return null;
        }
        int from = Math.max(0, at - SKIRT_BINS);
        int width = Math.min(bins, at + widest + SKIRT_BINS) - from;
        double excess = Math.max(
                histogram.sum(at, widest) - expected(at, widest), histogram.sum(from, width) - expected(from, width));
        return new Link(centre(histogram) - zero, IndirectDrive.effect(histogram, bins, excess) / unit);
    }

    /** Middle of the peak that was found, by the spike pairs beyond chance. */
    private double centre(Histogram histogram) {
        double sum = 0;
        double weighted = 0;
        for (int bin = at; bin < at + widest; bin++) {
            double excess = Math.max(0, histogram.sum(bin, 1) - chance[bin]);
            sum += excess;
            weighted += excess * (bin + 0.5);
        }
        return weighted / sum;
    }

    /** Finds the best peak of these bins, if one is significant. */
    private boolean isFound(Histogram histogram, int from, int to, double requiredZ, double variance) {
        double best = requiredZ;
        at = -1;
        for (int width : widths) {
            for (int bin = from; bin + width <= to; bin++) {
                double z = z(histogram, bin, width, best, variance);
                if (z > best) {
                    best = z;
                    at = bin;
                    widest = width;
                }
            }
        }
        return at >= 0;
    }

    /** z of a peak over √(1 + variance · chance level), or 0 if that cannot be above a floor. */
    private double z(Histogram histogram, int bin, int width, double floor, double variance) {
        double expected = expected(bin, width);
        double observed = histogram.sum(bin, width);
        double excess = observed - expected;
        double spread = 1 + variance * expected;
        boolean hopeless = excess < minimumExcess || excess * excess < floor * floor * expected * spread;
        return hopeless ? 0 : PoissonDeviance.z(observed, expected) / Math.sqrt(spread);
    }

    private double expected(int bin, int width) {
        double expected = 0;
        for (int b = bin; b < bin + width; b++) {
            expected += chance[b];
        }
        return expected;
    }
}
