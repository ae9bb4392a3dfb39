package dev.hebb.plasticity;

/**
 * The evidence about one ordered pair.
 *
 * @param verdict connected, not connected, or undecided for want of spikes
 * @param lagBin first bin of the best causal peak, 0 … K−1 (lag in µs = lagBin · bin width)
 * @param widthBins how many bins the peak spans
 * @param z standard deviations of the peak above chance, over-dispersion accounted for
 * @param p tail probability of that z for one pair, one lag and one width (not corrected for their number)
 * @param excess spike pairs in the peak beyond its chance level
 */
public record Evidence(Verdict verdict, int lagBin, int widthBins, double z, double p, double excess) {
    /** No peak at all, and no power to expect one. */
    public static final Evidence NONE = new Evidence(Verdict.UNDECIDED, 0, 1, 0, 1, 0);

    public boolean connected() {
        return verdict == Verdict.CONNECTED;
    }

    Evidence withVerdict(Verdict other) {
        return new Evidence(other, lagBin, widthBins, z, p, excess);
    }
}
