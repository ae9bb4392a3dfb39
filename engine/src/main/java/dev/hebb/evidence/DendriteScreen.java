package dev.hebb.evidence;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Tells of many histograms at once that no peak or trough in them can be significant, as {@link PeakScreen} and
 * {@link TroughScreen} tell of one, by bounds of the same kind: what it refuses, the full judgement would refuse too.
 *
 * <p>Every step is one operation on one bin of all histograms, over arrays that hold this bin's numbers side by side.
 * The compiler makes vector instructions of these loops, which it cannot of the few bins of a single histogram: 0.19 µs
 * a pair, where judging one that holds nothing takes 0.4 µs with 15 counts a bin, 1.3 with 150, and 2.4 with 600.
 *
 * <p>Numbers are floats. Counts below 2<sup>24</sup> are exact; histograms that have more are not refused. All else has
 * relative errors below 10<sup>−5</sup>, and every bound has ten times that in hand. Owns scratch memory: not for use
 * by two threads at once.
 */
final class DendriteScreen {
    /** Histograms at once. Their numbers, 128 KB, stay in the second-level cache. */
    static final int LANES = 128;

    /**
     * Boxes that the smoothing is put together from, where a few bins are looked at. Of 1,000 flat histograms with 600
     * counts a bin, 15 boxes let 2 pass and 10 all; a box takes 3 ns a histogram.
     */
    static final int STEPS = 15;

    /**
     * The same, where all bins are looked at, of which some are more often unlike the others: with 720 counts a bin, 15
     * boxes let so many pass that this took three times as long.
     */
    static final int STEPS_OF_ALL_BINS = 30;

    private static final float LESS = 1 - 1e-4f;
    private static final float MORE = 1 + 1e-4f;
    private static final long INEXACT = 1L << 24;

    private final int[] widths;
    private final float minimumExcess;
    private final int[] troughWidths;
    private final int flank;
    private final int reach;
    private final int bins;
    private final int[] radii;
    private final float[] heights;
    private final float centreExcess;

    /** Bin of a histogram by place: the bins of interest, and on both sides as many as the smoothing reaches. */
    private final int[] binAt;

    /** Counts of all places before a place, by lane. */
    private final float[][] totals;

    /** Lower bound of the chance level of a bin of interest, by lane. */
    private final float[][] chance;

    /** The same of as many bins, from one on, as the peak that is looked for is wide. */
    private final float[][] expected;

    /** How far the best peak or trough is above what it must reach, by lane; negative if it is below. */
    private final float[] best = new float[LANES];

    private final boolean[] inexact = new boolean[LANES];

    /**
     * @param weights of the smoothing, symmetric, with the hollow centre in the middle
     * @param length of the histograms
     * @param first bin at which a peak or trough may begin
     * @param end bin after the last
     * @param peakWidths in bins
     * @param peakExcess spike pairs beyond chance that a peak must have
     * @param troughWidths in bins; none where troughs are not looked for
     * @param flank bins on either side of a trough that are compared with it
     * @param steps boxes that the smoothing is put together from
     */
    DendriteScreen(
            double[] weights,
            int length,
            int first,
            int end,
            int[] peakWidths,
            double peakExcess,
            int[] troughWidths,
            int flank,
            int steps) {
        widths = sorted(peakWidths);
        minimumExcess = (float) peakExcess * LESS;
        this.troughWidths = sorted(troughWidths);
        this.flank = flank;
        reach = weights.length / 2;
        bins = end - first;
        radii = new int[steps];
        heights = new float[steps];
        for (int step = 0; step < steps; step++) {
            radii[step] = Math.max(1, (step + 1) * reach / steps);
        }
        for (int step = 0; step < steps; step++) {
            double beyond = step + 1 < steps ? weights[reach + radii[step + 1]] : 0;
            heights[step] = (float) (weights[reach + radii[step]] - beyond) * LESS;
        }
        centreExcess = (float) Math.max(0, weights[reach + radii[0]] - weights[reach]) * MORE;
        binAt = new int[bins + 2 * reach];
        for (int place = 0; place < binAt.length; place++) {
            int bin = first - reach + place;
            int mirrored = bin < 0 ? -1 - bin : 2 * length - 1 - bin;
            binAt[place] = bin >= 0 && bin < length ? bin : mirrored;
        }
        totals = new float[binAt.length + 1][LANES];
        chance = new float[bins][LANES];
        expected = new float[bins][LANES];
    }

    /**
     * Finds the histograms that might hold something significant.
     *
     * @param peakZ that a peak must reach
     * @param troughZ standard deviations that a trough must lie below chance
     * @param might by index; written
     */
    void screen(Histograms histograms, double peakZ, double troughZ, boolean[] might) {
        int pairs = histograms.size();
        for (int from = 0; from < pairs; from += LANES) {
            int lanes = Math.min(LANES, pairs - from);
            for (int lane = 0; lane < lanes; lane++) {
                addUp(histograms.get(from + lane), lane);
            }
            Arrays.fill(best, Float.NEGATIVE_INFINITY);
            findChance();
            lookForPeaks((float) (peakZ * peakZ) * LESS);
            lookForTroughs((float) troughZ / 2 * LESS);
            for (int lane = 0; lane < lanes; lane++) {
                might[from + lane] = inexact[lane] || best[lane] >= 0;
            }
        }
    }

    private void addUp(Histogram histogram, int lane) {
        int[] counts = histogram.counts();
        int from = histogram.from();
        long total = 0;
        for (int place = 0; place < binAt.length; place++) {
            total += counts[from + binAt[place]];
            totals[place + 1][lane] = total;
        }
        inexact[lane] = total >= INEXACT;
    }

    /** Adds up boxes that lie under the weights of the smoothing everywhere but in the hollow centre. */
    private void findChance() {
        for (int bin = 0; bin < bins; bin++) {
            int centre = reach + bin;
            Arrays.fill(chance[bin], 0);
            addBox(chance[bin], -centreExcess, totals[centre], totals[centre + 1]);
            for (int step = 0; step < radii.length; step++) {
                addBox(chance[bin], heights[step], totals[centre - radii[step]], totals[centre + radii[step] + 1]);
            }
        }
    }

    private static void addBox(float[] sum, float height, float[] before, float[] upTo) {
        for (int lane = 0; lane < LANES; lane++) {
            sum[lane] += height * (upTo[lane] - before[lane]);
        }
    }

    private void lookForPeaks(float floor) {
        int wide = 0;
        for (float[] sum : expected) {
            Arrays.fill(sum, 0);
        }
        for (int width : widths) {
            for (; wide < width; wide++) {
                for (int bin = 0; bin + wide < bins; bin++) {
                    add(expected[bin], chance[bin + wide]);
                }
            }
            for (int bin = 0; bin + width <= bins; bin++) {
                lookForPeak(totals[reach + bin], totals[reach + bin + width], expected[bin], floor);
            }
        }
    }

    private static void add(float[] sum, float[] more) {
        for (int lane = 0; lane < LANES; lane++) {
            sum[lane] += more[lane];
        }
    }

    private void lookForPeak(float[] before, float[] upTo, float[] expected, float floor) {
        float[] best = this.best;
        float least = minimumExcess;
        for (int lane = 0; lane < LANES; lane++) {
            float excess = upTo[lane] - before[lane] - expected[lane];
            float above = excess * Math.abs(excess) - floor * expected[lane];
            best[lane] = Math.max(best[lane], Math.min(above, excess - least));
        }
    }

    private void lookForTroughs(float halfZ) {
        for (int width : troughWidths) {
            for (int at = reach; at + width <= reach + bins; at++) {
                lookForTrough(
                        totals[at - flank],
                        totals[at],
                        totals[at + width],
                        totals[at + width + flank],
                        (float) width / flank * MORE,
                        halfZ);
            }
        }
    }

    private void lookForTrough(
            float[] leftBefore, float[] before, float[] upTo, float[] rightUpTo, float share, float halfZ) {
        float[] best = this.best;
        for (int lane = 0; lane < LANES; lane++) {
            float flanks = Math.min(before[lane] - leftBefore[lane], rightUpTo[lane] - upTo[lane]);
            float root = (float) Math.sqrt(upTo[lane] - before[lane]) + halfZ;
            best[lane] = Math.max(best[lane], flanks * share - root * root);
        }
    }

    private static int[] sorted(int[] values) {
        return IntStream.of(values).sorted().toArray();
    }
}
