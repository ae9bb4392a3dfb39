package dev.hebb.evidence;

/**
 * Test of whether a peak or trough was there repeatedly: a peak in one part of the recording alone makes no synapse.
 */
public final class Repetition {
    /**
     * Largest lift, and the inverse of the smallest. The bound lets a few pairs decide where chance explains almost no
     * pair, or where a trough leaves almost none.
     */
    private static final double LARGEST_LIFT = 20;

    private final EvidenceJudge judge;
    private final int[] earlier;

    public Repetition(EvidenceJudge judge) {
        this.judge = judge;
        this.earlier = new int[judge.bins()];
    }

    /**
     * Returns the number of pairs in a peak, divided by the number that chance explains; below 1 for a trough. It is
     * bounded on both sides.
     */
    public double lift(Histogram cumulative, Evidence evidence) {
        double count = judge.causalAt(cumulative, evidence.lagBin(), evidence.widthBins());
        double lift = count / (count - evidence.excess());
        return Math.min(LARGEST_LIFT, Math.max(1 / LARGEST_LIFT, lift));
    }

    /** Returns whether both the older and the newest counts speak for the whole lift, and not for chance. */
    public boolean repeated(DendritePairs pairs, Candidate candidate) {
        Histogram cumulative = pairs.cumulative(candidate.index());
        double lift = lift(cumulative, candidate.evidence());
        System.arraycopy(cumulative.counts(), cumulative.from(), earlier, 0, earlier.length);
        Histogram newest = pairs.newest(candidate.index());
        for (int bin = 0; bin < earlier.length; bin++) {
            earlier[bin] -= newest.counts()[newest.from() + bin];
        }
        return supports(newest, candidate.evidence(), lift)
                && supports(new Histogram(earlier, 0), candidate.evidence(), lift);
    }

    private boolean supports(Histogram histogram, Evidence peak, double lift) {
        double count = judge.causalAt(histogram, peak.lagBin(), peak.widthBins());
        double chance = judge.chanceAt(histogram, peak.lagBin(), peak.widthBins());
        double expected = Use.logOdds(lift * chance, chance, lift);
        double required = Math.max(
                judge.config().repetition().repeatLogOdds(),
                judge.config().repetition().repeatShare() * expected);
        return Use.logOdds(count, chance, lift) > required;
    }
}
