package dev.hebb.evidence;

/**
 * The strongest peak of a pair near some bins, in either direction. Beside a peak there are troughs that no inhibition
 * makes; from a peak further away, the chance level of a trough is hardly higher. Owns scratch memory: not for use by
 * two threads at once.
 */
final class StrongestPeak {
    /** 95 % of the weight of a Gaussian lies so near its centre. */
    private static final int NEAR_IN_SD = 2;

    private final HollowGaussian baseline;
    private final int near;
    private final int[] widths;
    private final double minimumExcess;
    private final double[] chance;

    /**
     * @param sdBins standard deviation of the baseline, in bins
     * @param widths of peaks, in bins
     * @param minimumExcess spike pairs beyond chance that a peak must have
     */
    StrongestPeak(HollowGaussian baseline, double sdBins, int[] widths, double minimumExcess) {
        this.baseline = baseline;
        this.near = (int) Math.ceil(NEAR_IN_SD * sdBins);
        this.widths = widths;
        this.minimumExcess = minimumExcess;
        this.chance = new double[baseline.bins()];
    }

    /**
     * Returns whether some peak lies at least this many standard deviations above chance.
     *
     * @param from first bin that the peak must be near
     * @param to bin after the last
     */
    boolean reachesNear(Histogram histogram, int from, int to, double z) {
        int first = Math.max(0, from - near);
        int end = Math.min(chance.length, to + near);
        baseline.smooth(histogram, first, end, chance);
        for (int width : widths) {
            for (int bin = first; bin + width <= end; bin++) {
                if (reaches(histogram, bin, width, z)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean reaches(Histogram histogram, int bin, int width, double z) {
        double expected = 0;
        for (int b = bin; b < bin + width; b++) {
            expected += chance[b];
        }
        double observed = histogram.sum(bin, width);
        double excess = observed - expected;
        // For an excess, (c − λ)/√λ is never less than the deviance's z: no logarithm where even that is too small.
        boolean hopeless = excess < minimumExcess || excess * excess < z * z * expected;
        return !hopeless && PoissonDeviance.z(observed, expected) >= z;
    }
}
