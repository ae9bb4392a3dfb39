package dev.hebb.evidence;

import java.util.List;
import java.util.Random;

/** Two-sided histograms of 2 · 50 bins of 1 ms, as made-up pairs of neurons would show them. */
public final class Correlograms {
    public static final int LAG_BINS = 50;

    private Correlograms() {}

    /** Independent counts of a flat level. */
    public static int[] flat(double level, Random random) {
        int[] counts = new int[2 * LAG_BINS];
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] = poisson(level, random);
        }
        return counts;
    }

    /** Adds pairs to some bins from a lag on; a negative lag is anti-causal. */
    public static int[] withPeak(int[] counts, int lagBin, int widthBins, int pairsPerBin) {
        int[] peaked = counts.clone();
        for (int bin = lagBin; bin < lagBin + widthBins; bin++) {
            peaked[LAG_BINS + bin] += pairsPerBin;
        }
        return peaked;
    }

    /** Takes each pair of some bins away with a probability; a negative lag is anti-causal. */
    public static int[] withTrough(int[] counts, int lagBin, int widthBins, double depth, Random random) {
        int[] sunk = counts.clone();
        for (int bin = lagBin; bin < lagBin + widthBins; bin++) {
            int kept = 0;
            for (int pair = 0; pair < counts[LAG_BINS + bin]; pair++) {
                kept += random.nextDouble() < depth ? 0 : 1;
            }
            sunk[LAG_BINS + bin] = kept;
        }
        return sunk;
    }

    public static Histogram histogram(int[] counts) {
        return new Histogram(counts, 0);
    }

    static int poisson(double mean, Random random) {
        int count = 0;
        double left = Math.exp(-mean);
        for (double product = random.nextDouble(); product > left; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** Views of several. */
    public static Histograms histograms(List<int[]> counts) {
        return new Histograms(counts.size(), index -> histogram(counts.get(index)));
    }

    /** A sample in which no two pairs have a neuron in common. */
    public static PairSample apart(List<int[]> counts) {
        return new PairSample(histograms(counts), index -> new SlotPair(2 * index, 2 * index + 1));
    }
}
