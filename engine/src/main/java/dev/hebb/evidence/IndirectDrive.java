package dev.hebb.evidence;

/**
 * The peaks of a dendrite's pairs that no synapse makes.
 *
 * @param peaks how many there are
 * @param meanEffect their mean effect, 0 if there are none; effect: spike pairs beyond chance over the root of the mean
 *     count of a bin, which compares pairs of one dendrite whatever the rates
 */
public record IndirectDrive(int peaks, double meanEffect) {
    /** No such peak. */
    public static final IndirectDrive NONE = new IndirectDrive(0, 0);

    static double effect(Histogram histogram, int bins, double excess) {
        return excess / Math.sqrt((double) histogram.sum(0, bins) / bins);
    }
}
