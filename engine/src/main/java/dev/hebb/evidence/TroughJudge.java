package dev.hebb.evidence;

import dev.hebb.check.Check;

/**
 * Judges the troughs of cross-correlograms: the deepest of several widths and lags in the causal range. Chance is the
 * lowest of three: the baseline by which peaks are judged, and the means of the bins before and after. So the side of a
 * peak is no trough, though the peak has raised its baseline: on the far side there are no more counts. A trough that
 * has a mirror image around zero lag is what a sorter misses of two spikes at once, not a synapse. Nor is a trough that
 * is no stronger than some peak of the pair near it: most of these are what such a peak leaves beside it, as where post
 * drives pre. Owns scratch memory: not for use by two threads at once.
 */
final class TroughJudge {
    private final TroughConfig config;
    private final int[] widths;
    private final int zero;
    private final int first;
    private final int end;
    private final HollowGaussian baseline;
    private final RunningTotals counts;
    private final TroughScreen screen;
    private final Flanks flanks;
    private final StrongestPeak strongest;
    private final double[] chance;

    /**
     * @param range where a trough may lie
     * @param baseline chance level of a histogram of 2K bins
     * @param counts of the histogram that is judged, at any time
     * @param flanks its sides
     * @param strongest its strongest peak near the trough
     */
    TroughJudge(
            TroughConfig config,
            CausalRange range,
            HollowGaussian baseline,
            RunningTotals counts,
            Flanks flanks,
            StrongestPeak strongest) {
        Check.that(
                config.widthsBins().isEmpty() || config.flankBins() <= counts.reach(),
                "troughs.flankBins is %d, more than the %d bins that the baseline reaches",
                config.flankBins(),
                counts.reach());
        this.config = config;
        this.zero = range.zero();
        this.first = range.first();
        this.end = range.end();
        this.baseline = baseline;
        this.counts = counts;
        this.flanks = flanks;
        this.strongest = strongest;
        widths = config.widthsBins().stream().mapToInt(Integer::intValue).toArray();
        screen = new TroughScreen(widths, config.flankBins());
        chance = new double[baseline.bins()];
    }

    /** The deepest trough of a histogram of which no peak was judged before. */
    Evidence judgeAlone(Histogram histogram, double required) {
        counts.addUp(histogram, first, end);
        return mightHold(required) ? judge(histogram, required) : Evidence.ABSENT;
    }

    /** Returns whether some trough might be significant. */
    boolean mightHold(double required) {
        return screen.mightHold(counts, first, end, required);
    }

    /**
     * The deepest trough.
     *
     * @return {@link Evidence#ABSENT} if it is not significant
     */
    Evidence judge(Histogram histogram, double required) {
        baseline.smooth(histogram, first, end, chance);
        double deepest = -required;
        int at = first;
        int width = 0;
        for (int w : widths) {
            for (int bin = first; bin + w <= end; bin++) {
                double z = PoissonDeviance.z(counts.sum(bin, w), chance(bin, w));
                if (z < deepest) {
                    deepest = z;
                    at = bin;
                    width = w;
                }
            }
        }
        return width == 0 || !liesBelowItsSides(histogram, at, width, required)
                ? Evidence.ABSENT
                : significant(histogram, at, width, deepest);
    }

    private boolean liesBelowItsSides(Histogram histogram, int bin, int width, double required) {
        return belowSides(histogram, bin, width) >= required;
    }

    private double belowSides(Histogram histogram, int bin, int width) {
        double level = flanks.lower(histogram, bin, width, chance.length);
        return -PoissonDeviance.z(histogram.sum(bin, width), level);
    }

    /** Standard deviations that a trough lies below chance and below its sides: what it is required to be. */
    double strength(Histogram histogram, Evidence trough) {
        return Math.min(-trough.z(), belowSides(histogram, zero + trough.lagBin(), trough.widthBins()));
    }

    private double chance(int bin, int width) {
        return Math.min(smoothed(bin, width), screen.chance(counts, bin, width));
    }

    private Evidence significant(Histogram histogram, int bin, int width, double z) {
        double excess = counts.sum(bin, width) - smoothed(bin, width);
        int mirror = 2 * zero - bin - width;
        baseline.smooth(histogram, mirror, mirror + width, chance);
        double mirrored = histogram.sum(mirror, width) - smoothed(mirror, width);
        double share = Math.max(0, mirrored / excess);
        boolean certain = share <= config.mirrorShare() && !strongest.reachesNear(histogram, bin, bin + width, -z);
        Verdict verdict = certain ? Verdict.CONNECTED : Verdict.NOT_CONNECTED;
        return new Evidence(verdict, true, bin - zero, width, z, PoissonDeviance.tail(-z), excess, share);
    }

    private double smoothed(int bin, int width) {
        double sum = 0;
        for (int b = bin; b < bin + width; b++) {
            sum += chance[b];
        }
        return sum;
    }
}
