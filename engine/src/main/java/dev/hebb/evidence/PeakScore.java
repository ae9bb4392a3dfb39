package dev.hebb.evidence;

/**
 * Score by which a synapse's peak is told from that of an indirect path: lower bound of the lift above chance, times
 * the effect. Both are small where a peak is the product of two couplings.
 */
final class PeakScore {
    /** Where the lower bound of a lift is not above chance; its logarithm is finite. */
    private static final double LEAST_LIFT_ABOVE_CHANCE = 0.001;

    private PeakScore() {}

    /**
     * The score of a peak, for pairs that were observed equally long.
     *
     * @param bins of the histogram
     * @param count spike pairs in the peak
     * @param chance those that chance explains
     */
    static double of(Histogram histogram, int bins, double count, double chance) {
        double above = Math.max(LEAST_LIFT_ABOVE_CHANCE, FalseDiscovery.lowerLift(count, chance) - 1);
        return above * IndirectDrive.effect(histogram, bins, count - chance);
    }

    /**
     * What a score is divided by so that it does not depend on how long the pair was observed: then the effect is the
     * excess over the root of the product of both neurons' spikes.
     *
     * @param observedMicros that the counts are from
     * @param binMicros width of a bin
     */
    static double unit(long observedMicros, int binMicros) {
        return Math.sqrt(Math.max(1.0, (double) observedMicros / binMicros));
    }
}
