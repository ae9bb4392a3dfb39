package dev.hebb.evidence;

/**
 * The evidence about one ordered pair.
 *
 * @param verdict connected, not connected, or undecided for want of spikes
 * @param significant whether the peak stands above chance, be it a synapse's or that of a common drive; or a trough
 *     below
 * @param lagBin first bin of the best causal peak, 0 … K−1 (lag in µs = lagBin · bin width)
 * @param widthBins how many bins the peak spans
 * @param z standard deviations of the peak above chance; negative for a trough
 * @param p tail probability of that z for one pair, one lag and one width (not corrected for their number)
 * @param excess spike pairs in the peak beyond its chance level; negative for a trough
 * @param mirroredShare share of that excess which its mirror image on the anti-causal side has too; 0 for a peak far
 *     from zero lag
 */
public record Evidence(
        Verdict verdict,
        boolean significant,
        int lagBin,
        int widthBins,
        double z,
        double p,
        double excess,
        double mirroredShare) {
    /** No peak, and nothing that would have shown one. */
    public static final Evidence NONE = new Evidence(Verdict.UNDECIDED, false, 0, 1, 0, 1, 0, 0);

    /** No significant peak, though there were spikes enough. */
    public static final Evidence ABSENT = new Evidence(Verdict.NOT_CONNECTED, false, 0, 1, 0, 1, 0, 0);

    /** The same, but no synapse's. */
    Evidence notConnected() {
        return new Evidence(Verdict.NOT_CONNECTED, significant, lagBin, widthBins, z, p, excess, mirroredShare);
    }

    /** Returns whether this is a trough: post fires less, not more. */
    public boolean inhibitory() {
        return z < 0;
    }

    /**
     * Returns whether this may explain other peaks. Synapses and common drives may; a trough without a synapse, such as
     * a sorter leaves around zero lag, may not.
     */
    public boolean mayExplain() {
        return connected() || !inhibitory();
    }

    public boolean connected() {
        return verdict == Verdict.CONNECTED;
    }
}
