package dev.hebb.evidence;

import java.util.Arrays;

/**
 * The chance level of a histogram: smoothing by a Gaussian that leaves out part of its own centre, so that a sharp peak
 * does not explain itself (Stark &amp; Abeles 2009). Edges are mirrored. Owns scratch memory: not for use by two
 * threads at once.
 */
final class HollowGaussian {
    private static final int REACH_IN_SD = 3;

    private final double[] weights;
    private final int reach;
    private final double[] padded;

    /**
     * @param sdBins standard deviation in bins
     * @param hollowFraction part of the centre weight that is left out, in [0, 1]
     * @param bins length of the histograms to smooth
     */
    HollowGaussian(double sdBins, double hollowFraction, int bins) {
        reach = Math.min((int) Math.ceil(REACH_IN_SD * sdBins), bins - 1);
        weights = new double[2 * reach + 1];
        double sum = 0;
        for (int d = -reach; d <= reach; d++) {
            double weight = Math.exp(-0.5 * d * d / (sdBins * sdBins)) * (d == 0 ? 1 - hollowFraction : 1);
            weights[d + reach] = weight;
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        padded = new double[bins + 2 * reach];
    }

    /**
     * Smooths some bins of a histogram.
     *
     * @param from first bin to smooth
     * @param to bin after the last
     * @param chance by bin; only [from, to) is written
     */
    void smooth(Histogram histogram, int from, int to, double[] chance) {
        pad(histogram);
        Arrays.fill(chance, from, to, 0);
        // Tap by tap over all bins, not bin by bin over all taps: so it runs as vector instructions.
        for (int tap = 0; tap < weights.length; tap++) {
            double weight = weights[tap];
            for (int bin = from; bin < to; bin++) {
                chance[bin] += weight * padded[bin + tap];
            }
        }
    }

    /** Length of the histograms. */
    int bins() {
        return padded.length - 2 * reach;
    }

    /** A screen for histograms that are judged by this smoothing. */
    PeakScreen screen() {
        return new PeakScreen(weights, bins());
    }

    /** A screen for many such histograms at once; see {@link DendriteScreen} for what it is given. */
    DendriteScreen screen(CausalRange range, int[] widths, double minimumExcess, TroughConfig troughs) {
        int[] ofTroughs =
                troughs.widthsBins().stream().mapToInt(Integer::intValue).toArray();
        return new DendriteScreen(
                weights,
                bins(),
                range.first(),
                range.end(),
                widths,
                minimumExcess,
                ofTroughs,
                troughs.flankBins(),
                DendriteScreen.STEPS);
    }

    /** A screen for peaks at any lag, and no troughs, of many such histograms at once. */
    DendriteScreen screenOfPeaks(int[] widths, double minimumExcess) {
        return new DendriteScreen(
                weights, bins(), 0, bins(), widths, minimumExcess, new int[0], 0, DendriteScreen.STEPS_OF_ALL_BINS);
    }

    private void pad(Histogram histogram) {
        int bins = bins();
        int[] counts = histogram.counts();
        for (int bin = 0; bin < bins; bin++) {
            padded[reach + bin] = counts[histogram.from() + bin];
        }
        for (int d = 0; d < reach; d++) {
            padded[reach - 1 - d] = padded[reach + d];
            padded[reach + bins + d] = padded[reach + bins - 1 - d];
        }
    }
}
