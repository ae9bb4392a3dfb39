package dev.hebb.evidence;

import java.util.Arrays;

/**
 * Excess of a correlogram over chance, bin by bin: zero wherever three neighbouring bins together do not clearly stand
 * above it; or, for inhibition, clearly below. Of one sign only: beside a high peak the baseline is too high, beside a
 * deep trough too low.
 */
public final class ExcessProfile {
    private static final double CLEAR_Z = 3;

    private final EvidenceJudge judge;

    public ExcessProfile(EvidenceJudge judge) {
        this.judge = judge;
    }

    /** Writes the excess of all 2K bins into {@code excess}: what is above chance, or, if inhibitory, what is below. */
    public void of(Histogram histogram, boolean inhibitory, double[] excess) {
        double sign = inhibitory ? -1 : 1;
        double[] chance = judge.chance(histogram);
        int bins = excess.length;
        Arrays.fill(excess, 0);
        for (int bin = 1; bin + 1 < bins; bin++) {
            double count = 0;
            double level = 0;
            for (int b = bin - 1; b <= bin + 1; b++) {
                count += histogram.counts()[histogram.from() + b];
                level += chance[b];
            }
            if (sign * (count - level) > 0 && sign * PoissonDeviance.z(count, level) >= CLEAR_Z) {
                for (int b = bin - 1; b <= bin + 1; b++) {
                    excess[b] = sign * Math.max(0, sign * (histogram.counts()[histogram.from() + b] - chance[b]));
                }
            }
        }
    }
}
