package dev.hebb.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a sample of a network's pairs tells of inhibition.
 *
 * @param leastDepth of a synapse's trough, see {@link TroughDepth}
 * @param level probability with which a synapse's trough may be chance, for one pair; 0: none is known. Of the troughs
 *     in the sample that are no more probable, the share that is chance is as set (Benjamini &amp; Hochberg 1995)
 * @param leastStrength standard deviations that a synapse's trough lies below chance and below its sides, at least; see
 *     {@link RhythmicTroughs}
 */
public record TroughNull(double leastDepth, double level, double leastStrength) {
    /** That of a network of which no sample was counted yet. */
    public static final TroughNull UNKNOWN = new TroughNull(0, 0, 0);

    /** A rhythm is looked for at this rate at least: at a lower one fewer of its troughs show, but not fewer hold. */
    static final double LEAST_RATE = 0.05;

    private static final Comparator<SampleTrough> LEAST_PROBABLE_FIRST =
            Comparator.comparingDouble(SampleTrough::chance);

    /**
     * @param sample its troughs
     * @param clear probability at which a trough is no chance, however few there are
     * @param rate share of the troughs that may be false
     */
    static TroughNull of(TroughSample sample, double clear, double rate) {
        double leastDepth = TroughDepth.least(sample.near().stream()
                .filter(trough -> trough.chance() <= clear)
                .map(SampleTrough::depth)
                .toList());
        List<SampleTrough> deep = deep(sample.near(), leastDepth);
        double level = level(deep, sample.pairs(), clear, rate);
        double shows = level(deep, sample.pairs(), clear, Math.max(rate, LEAST_RATE));
        Predicate<SampleTrough> holds = new TroughNull(leastDepth, shows, 0)::holds;
        double leastStrength = RhythmicTroughs.leastStrength(
                strengths(sample.near(), holds),
                strengths(sample.beyond(), holds),
                strengths(sample.mirrored(), holds),
                sample.pairs(),
                rate);
        return new TroughNull(leastDepth, level, leastStrength);
    }

    private static List<SampleTrough> deep(List<SampleTrough> troughs, double leastDepth) {
        return troughs.stream()
                .filter(trough -> trough.depth().depth() >= leastDepth)
                .sorted(LEAST_PROBABLE_FIRST)
                .toList();
    }

    private static double level(List<SampleTrough> leastProbableFirst, int pairs, double clear, double rate) {
        double level = clear;
        for (int index = 0; index < leastProbableFirst.size(); index++) {
            double allowed = rate * (index + 1) / pairs;
            level = leastProbableFirst.get(index).chance() <= allowed ? Math.max(clear, allowed) : level;
        }
        return level;
    }

    private static double[] strengths(List<SampleTrough> troughs, Predicate<SampleTrough> which) {
        return troughs.stream()
                .filter(which)
                .mapToDouble(SampleTrough::strength)
                .sorted()
                .toArray();
    }

    /** The same with another unit of strength. */
    TroughNull scaled(double factor) {
        return new TroughNull(leastDepth, level, leastStrength * factor);
    }

    /** Returns whether a trough of the sample looks like a synapse's. */
    boolean holds(SampleTrough trough) {
        return trough.chance() <= level
                && trough.strength() >= leastStrength
                && trough.depth().depth() >= leastDepth;
    }
}
