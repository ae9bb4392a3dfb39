package dev.hebb.evidence;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * The relative variance of a dendrite's baseline, learned from its own pairs. Near zero lag, where hills of common
 * bursts are sharpest, it takes the counts of 5 bins at a time and asks how much more they differ from the baseline
 * than Poisson counts do. Nine in ten of them must be within the error; the connections of a dendrite are fewer than
 * the rest. What chance could also make is not counted: few spikes give 0. The order of the pairs does not matter. Owns
 * scratch memory: not for use by two threads at once.
 */
final class BaselineError {
    private static final int REACH_BINS = 10;
    private static final int WIDTH_BINS = 5;
    private static final int STEP_BINS = 2;
    private static final int FEWEST_COUNTS = 20;
    private static final double LEAST_CHANCE = 5;
    private static final double SHARE_WITHIN = 0.9;
    private static final double MARGIN_Z = 2;
    private static final double Z_WITHIN = PoissonDeviance.quantile((1 - SHARE_WITHIN) / 2);

    private final HollowGaussian baseline;
    private final double[] chance;
    private final int first;
    private final int end;

    BaselineError(HollowGaussian baseline) {
        this.baseline = baseline;
        int zero = baseline.bins() / 2;
        this.chance = new double[baseline.bins()];
        this.first = Math.max(0, zero - REACH_BINS);
        this.end = Math.min(baseline.bins(), zero + REACH_BINS);
    }

    /** Variance of the chance level over its square, at least 0; learned when it is first asked for. */
    DoubleSupplier of(Histograms cumulative) {
        return new DoubleSupplier() {
            private double learned = -1;

            @Override
            public double getAsDouble() {
                if (learned < 0) {
                    learned = learn(cumulative);
                }
                return learned;
            }
        };
    }

    private double learn(Histograms cumulative) {
        int pairs = cumulative.size();
        double[] variances = new double[pairs * ((end - first) / STEP_BINS + 1)];
        int found = 0;
        int above = 0;
        for (int index = 0; index < pairs; index++) {
            Histogram histogram = cumulative.get(index);
            baseline.smooth(histogram, first, end, chance);
            for (int bin = first; bin + WIDTH_BINS <= end; bin += STEP_BINS) {
                double expected = compensatedSum(chance, bin, bin + WIDTH_BINS);
                if (expected >= LEAST_CHANCE) {
                    found++;
                    double variance = justWithin(histogram.sum(bin, WIDTH_BINS), expected);
                    if (variance > 0) {
                        variances[above++] = variance;
                    }
                }
            }
        }
        return found < FEWEST_COUNTS ? 0 : lowerBound(variances, found, above);
    }

    /** The sum that {@link java.util.stream.DoubleStream#sum} makes, which would allocate for each. */
    static double compensatedSum(double[] values, int from, int to) {
        double sum = 0;
        double error = 0;
        for (int i = from; i < to; i++) {
            double corrected = values[i] - error;
            double next = sum + corrected;
            error = next - sum - corrected;
            sum = next;
        }
        return sum - error;
    }

    /** Relative variance with which a count is just as far from chance as nine in ten are. */
    private static double justWithin(double count, double expected) {
        double z = (count - expected) / Z_WITHIN;
        return (z * z - expected) / (expected * expected);
    }

    /** Only variances above 0, about one in ten, need to be kept and sorted. */
    private static double lowerBound(double[] variances, int found, int above) {
        double margin = MARGIN_Z * Math.sqrt(SHARE_WITHIN * (1 - SHARE_WITHIN) / found);
        double share = Math.max(0, SHARE_WITHIN - margin);
        int rank = (int) Math.floor(share * (found - 1)) - (found - above);
        Arrays.sort(variances, 0, above);
        return rank < 0 ? 0 : variances[rank];
    }
}
