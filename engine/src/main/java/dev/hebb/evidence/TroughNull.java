package dev.hebb.evidence;

import java.util.Comparator;
import java.util.List;

/**
 * What a sample of a network's pairs tells of inhibition.
 *
 * @param leastDepth of a synapse's trough, see {@link TroughDepth}
 * @param level probability with which a synapse's trough may be chance, for one pair; 0: none is known. Of the troughs
 *     in the sample that are no more probable, the share that is chance is as set (Benjamini &amp; Hochberg 1995)
 */
public record TroughNull(double leastDepth, double level) {
    /** That of a network of which no sample was counted yet. */
    public static final TroughNull UNKNOWN = new TroughNull(0, 0);

    private static final Comparator<SampleTrough> LEAST_PROBABLE_FIRST =
            Comparator.comparingDouble(SampleTrough::chance);

    /**
     * @param troughs of the sample that may be synapses'
     * @param clear probability at which a trough is no chance, however few there are
     * @param pairs of the sample
     * @param rate share of the troughs that may be chance
     */
    static TroughNull of(List<SampleTrough> troughs, double clear, int pairs, double rate) {
        double leastDepth = TroughDepth.least(troughs.stream()
                .filter(trough -> trough.chance() <= clear)
                .map(SampleTrough::depth)
                .toList());
        List<SampleTrough> deep = troughs.stream()
                .filter(trough -> trough.depth().depth() >= leastDepth)
                .sorted(LEAST_PROBABLE_FIRST)
                .toList();
        double level = clear;
        for (int index = 0; index < deep.size(); index++) {
            double allowed = rate * (index + 1) / pairs;
            level = deep.get(index).chance() <= allowed ? Math.max(clear, allowed) : level;
        }
        return new TroughNull(leastDepth, level);
    }

    /** Returns whether a trough of the sample looks like a synapse's. */
    boolean holds(SampleTrough trough) {
        return trough.chance() <= level && trough.depth().depth() >= leastDepth;
    }
}
