package dev.hebb.evidence;

/**
 * Tells cheaply of most histograms that no trough in them can be significant. Chance of a trough is at most what the
 * lower one of its flanks has; and a deficit of z standard deviations takes a chance level of at least (√c + z/2)²,
 * since the signed deviance is never more than 2(√λ − √c).
 *
 * <p>First the fewest counts anywhere against the fullest flank anywhere; what passes is looked at bin by bin.
 */
final class TroughScreen {
    private final int[] widths;
    private final int flank;

    TroughScreen(int[] widths, int flankBins) {
        this.widths = widths;
        this.flank = flankBins;
    }

    /**
     * Returns whether some trough might be significant.
     *
     * @param first bin at which a trough may begin
     * @param end bin after the last
     * @param requiredZ standard deviations that it must lie below chance
     */
    boolean mightHold(RunningTotals counts, int first, int end, double requiredZ) {
        double fullest = (double) counts.most(first - flank, end + flank, flank) / flank;
        for (int width : widths) {
            if (reaches(counts.fewest(first, end, width), fullest * width, requiredZ)
                    && mightHold(counts, first, end, width, requiredZ)) {
                return true;
            }
        }
        return false;
    }

    /** Chance level of a trough by its lower flank. */
    double chance(RunningTotals counts, int bin, int width) {
        return (double) Math.min(counts.sum(bin - flank, flank), counts.sum(bin + width, flank)) * width / flank;
    }

    private boolean mightHold(RunningTotals counts, int first, int end, int width, double requiredZ) {
        for (int bin = first; bin + width <= end; bin++) {
            if (reaches(counts.sum(bin, width), chance(counts, bin, width), requiredZ)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reaches(long count, double chance, double requiredZ) {
        double root = Math.sqrt(count) + requiredZ / 2;
        return chance >= root * root;
    }
}
