package dev.hebb.evidence;

/**
 * The bins of a two-sided histogram in which the peak or trough of a synapse may lie.
 *
 * @param zero bin of lag 0
 * @param first bin at which a peak or trough may begin
 * @param end bin after the last
 */
record CausalRange(int zero, int first, int end) {
    /**
     * The range that is configured.
     *
     * @param lagBins K: histograms have 2K bins, causal bin ℓ at K + ℓ
     * @param lagBinMicros width of a bin
     */
    static CausalRange of(int lagBins, int lagBinMicros, PeakConfig peaks) {
        int to = (peaks.causalToMicros() + lagBinMicros - 1) / lagBinMicros;
        return new CausalRange(
                lagBins, lagBins + peaks.causalFromMicros() / lagBinMicros, lagBins + Math.min(lagBins, to));
    }

    int bins() {
        return end - first;
    }

    /** Lags and widths at which a peak may lie. */
    int looks(int[] widths) {
        int looks = 0;
        for (int width : widths) {
            looks += Math.max(0, bins() - width + 1);
        }
        return looks;
    }

    /**
     * Looks at troughs that do not overlap. A trough must pass more tests than a peak, and looks that overlap tell
     * nearly the same: of a million flat histograms, chance makes troughs as of 2 to 5 independent looks where there
     * are 4 counts a bin or more, and of 11 at most with 2.
     *
     * @return at least 1
     */
    double disjointLooks(int[] widths) {
        double looks = 0;
        for (int width : widths) {
            looks += (double) bins() / width;
        }
        return Math.max(1, looks);
    }
}
