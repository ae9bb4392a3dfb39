package dev.hebb.evidence;

/**
 * The mirror image of a peak around zero lag. A common drive makes one hill on both sides of zero; two neurons that
 * drive one another make two peaks with a valley between them, at the level of chance. Owns scratch memory: not for use
 * by two threads at once.
 */
final class Mirror {
    private final MirrorConfig config;
    private final HollowGaussian baseline;
    private final Flanks flanks;
    private final int zero;
    private final double[] chance;

    Mirror(MirrorConfig config, HollowGaussian baseline, Flanks flanks) {
        this.config = config;
        this.baseline = baseline;
        this.flanks = flanks;
        this.zero = baseline.bins() / 2;
        this.chance = new double[baseline.bins()];
    }

    /** Spike pairs beyond chance in the mirror image; 0 if it is a peak of its own. */
    double excess(Histogram histogram, int bin, int width) {
        int mirror = 2 * zero - bin - width;
        double mirrored = histogram.sum(mirror, width) - smoothed(histogram, mirror, width);
        return mirrored > 0 && isValley(histogram, bin, width) ? 0 : mirrored;
    }

    /** Returns whether the mirror image of a peak is clearly weaker than the peak. */
    boolean isWeaker(Histogram histogram, int bin, int width, double excess, double mirrored) {
        double both = histogram.sum(bin, width) + histogram.sum(2 * zero - bin - width, width);
        return mirrored <= config.mirrorShare() * excess && excess - mirrored >= config.mirrorZ() * Math.sqrt(both);
    }

    /**
     * Returns whether there is a valley between a peak and its mirror image: clearly lower than either, but no lower
     * than usual. A gap that a sorter leaves is lower than usual.
     */
    private boolean isValley(Histogram histogram, int bin, int width) {
        int gap = 2 * (bin - zero);
        if (gap == 0) {
            return false;
        }
        double lower =
                Math.min(histogram.sum(bin, width), histogram.sum(2 * zero - bin - width, width)) / (double) width;
        double count = histogram.sum(zero - gap / 2, gap);
        double usual = flanks.lower(histogram, bin, width, baseline.bins()) / width;
        return PoissonDeviance.z(count, lower * gap) <= -config.valleyZ()
                && PoissonDeviance.z(count, usual * gap) > -config.valleyZ();
    }

    private double smoothed(Histogram histogram, int bin, int width) {
        baseline.smooth(histogram, bin, bin + width, chance);
        double sum = 0;
        for (int b = bin; b < bin + width; b++) {
            sum += chance[b];
        }
        return sum;
    }
}
