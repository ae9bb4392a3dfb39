package dev.hebb.plasticity;

/**
 * The chance level of a histogram: smoothing by a Gaussian that leaves out part of its own centre, so that a sharp peak
 * does not explain itself (Stark &amp; Abeles 2009). Edges are mirrored. Immutable.
 */
final class HollowGaussian {
    private static final int REACH_IN_SD = 3;

    private final double[] weights;
    private final int reach;

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
    }

    /** Chance level of every bin of {@code counts[offset … offset + chance.length)}, into {@code chance}. */
    void smooth(int[] counts, int offset, double[] chance) {
        for (int bin = 0; bin < chance.length; bin++) {
            chance[bin] = at(counts, offset, chance.length, bin);
        }
    }

    /** Chance level of {@code width} bins from {@code bin} on, together. */
    double over(int[] counts, int offset, int bins, int bin, int width) {
        double sum = 0;
        for (int b = bin; b < bin + width; b++) {
            sum += at(counts, offset, bins, b);
        }
        return sum;
    }

    private double at(int[] counts, int offset, int bins, int bin) {
        double sum = 0;
        for (int d = -reach; d <= reach; d++) {
            sum += weights[d + reach] * counts[offset + mirrored(bin + d, bins)];
        }
        return sum;
    }

    private static int mirrored(int bin, int bins) {
        if (bin < 0) {
            return -1 - bin;
        }
        return bin < bins ? bin : 2 * bins - 1 - bin;
    }
}
