package dev.hebb.evidence;

/**
 * The strongest peak of a pair at any lag, in either direction. Beside a peak there are troughs that no inhibition
 * makes. Owns scratch memory: not for use by two threads at once.
 */
final class StrongestPeak {
    private final HollowGaussian baseline;
    private final int[] widths;
    private final double minimumExcess;
    private final double[] chance;

    /**
     * @param widths of peaks, in bins
     * @param minimumExcess spike pairs beyond chance that a peak must have
     */
    StrongestPeak(HollowGaussian baseline, int[] widths, double minimumExcess) {
        this.baseline = baseline;
        this.widths = widths;
        this.minimumExcess = minimumExcess;
        this.chance = new double[baseline.bins()];
    }

    /** Returns whether some peak lies at least so many standard deviations above chance. */
    boolean reaches(Histogram histogram, double z) {
        baseline.smooth(histogram, 0, chance.length, chance);
        for (int width : widths) {
            for (int bin = 0; bin + width <= chance.length; bin++) {
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
