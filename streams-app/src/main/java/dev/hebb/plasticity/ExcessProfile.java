package dev.hebb.plasticity;

import java.util.Arrays;

/**
 * What a correlogram holds beyond chance, bin by bin: zero wherever three neighbouring bins together do not clearly stand
 * above it.
 */
final class ExcessProfile {
    private static final double CLEAR_Z = 3;

    private final EvidenceJudge judge;

    ExcessProfile(EvidenceJudge judge) {
        this.judge = judge;
    }

    /** Writes the excess of all 2K bins into {@code excess}. */
    void of(Histogram histogram, double[] excess) {
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
            if (count > level && PoissonDeviance.z(count, level) >= CLEAR_Z) {
                for (int b = bin - 1; b <= bin + 1; b++) {
                    excess[b] = Math.max(0, histogram.counts()[histogram.from() + b] - chance[b]);
                }
            }
        }
    }
}
