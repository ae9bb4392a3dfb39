package dev.hebb.plasticity;

import org.hipparchus.special.Erf;

/**
 * Judges cross-correlograms against chance. Baseline: {@link HollowGaussian} over both sides of zero. Peak: the best of
 * several widths and lags in the causal range. Not for use by two threads at once: it owns scratch arrays.
 */
public final class EvidenceJudge {
    private final EvidenceConfig config;
    private final int firstCausalBin;
    private final int endCausalBin;
    private final int zeroBin;
    private final HollowGaussian baseline;
    private final double[] chance;

    /**
     * @param lagBins K: histograms have 2K bins, causal bin ℓ at K + ℓ
     * @param lagBinMicros width of a bin
     */
    public EvidenceJudge(int lagBins, int lagBinMicros, EvidenceConfig config) {
        Check.that(lagBins >= 1 && lagBinMicros >= 1, "%d lag bins of %d µs are no axis", lagBins, lagBinMicros);
        this.config = config;
        this.zeroBin = lagBins;
        this.firstCausalBin = config.causalFromMicros() / lagBinMicros;
        this.endCausalBin = Math.min(lagBins, (config.causalToMicros() + lagBinMicros - 1) / lagBinMicros);
        Check.that(
                firstCausalBin < endCausalBin,
                "causal lags from %d µs lie beyond the histogram of %d bins of %d µs",
                config.causalFromMicros(),
                lagBins,
                lagBinMicros);
        this.baseline = new HollowGaussian(
                (double) config.smoothingSdMicros() / lagBinMicros, config.hollowFraction(), 2 * lagBins);
        this.chance = new double[2 * lagBins];
    }

    /** Standard deviations by which the newest counts, and the older ones, must each show a peak. */
    double repeatZ() {
        return config.repeatZ();
    }

    /** Bins of the histograms that are judged, 2K. */
    public int histogramBins() {
        return chance.length;
    }

    /**
     * Whether a histogram might hold a peak: cheap, allocates nothing, and false for most pairs. What it refuses,
     * {@link #judge} would not find connected.
     */
    public boolean screen(Histogram histogram) {
        int largest = 0;
        for (int bin = firstCausalBin; bin < endCausalBin; bin++) {
            largest = Math.max(largest, histogram.counts()[histogram.from() + zeroBin + bin]);
        }
        return largest > 1;
    }

    /**
     * Judges one pair.
     *
     * @param pairsTested ordered pairs of the network that are judged alike; the threshold is corrected for them
     */
    public Evidence judge(Histogram histogram, long pairsTested) {
        baseline.smooth(histogram.counts(), histogram.from(), chance);
        double dispersion = dispersion(histogram);
        Evidence best = Evidence.NONE;
        for (int width : config.widthsBins()) {
            for (int lag = firstCausalBin; lag + width <= endCausalBin; lag++) {
                double observed = sum(histogram.counts(), histogram.from() + zeroBin + lag, width);
                double expected = sum(chance, zeroBin + lag, width);
                double z = PoissonDeviance.z(observed, expected) / Math.sqrt(dispersion);
                if (z > best.z()) {
                    best = new Evidence(Verdict.UNDECIDED, lag, width, z, tail(z), observed - expected);
                }
            }
        }
        return best.withVerdict(verdict(best, pairsTested));
    }

    /** Standard deviations above chance at a given peak, over-dispersion left aside. */
    public double zAt(Histogram histogram, int lagBin, int widthBins) {
        double expected = chanceAt(histogram, lagBin, widthBins);
        return PoissonDeviance.z(sum(histogram.counts(), histogram.from() + zeroBin + lagBin, widthBins), expected);
    }

    /** Spike pairs at a given peak. */
    public long causalAt(Histogram histogram, int lagBin, int widthBins) {
        return sum(histogram.counts(), histogram.from() + zeroBin + lagBin, widthBins);
    }

    /** How many spike pairs chance explains at a given peak. */
    public double chanceAt(Histogram histogram, int lagBin, int widthBins) {
        return baseline.over(histogram.counts(), histogram.from(), chance.length, zeroBin + lagBin, widthBins);
    }

    private Verdict verdict(Evidence best, long pairsTested) {
        int looks = (endCausalBin - firstCausalBin) * config.widthsBins().size();
        if (best.p() * looks * pairsTested < config.alpha() && best.excess() >= config.minimumExcess()) {
            return Verdict.CONNECTED;
        }
        return sum(chance, zeroBin + best.lagBin(), best.widthBins()) >= config.minimumChance()
                ? Verdict.NOT_CONNECTED
                : Verdict.UNDECIDED;
    }

    /** Variance of the counts around their chance level, off the causal range, in units of a Poisson variance; ≥ 1. */
    private double dispersion(Histogram histogram) {
        double sum = 0;
        int bins = 0;
        for (int bin = 0; bin < chance.length; bin++) {
            boolean causal = bin >= zeroBin + firstCausalBin && bin < zeroBin + endCausalBin;
            if (!causal && chance[bin] > 0) {
                double off = histogram.counts()[histogram.from() + bin] - chance[bin];
                sum += off * off / chance[bin];
                bins++;
            }
        }
        return bins == 0 ? 1 : Math.max(1, sum / bins);
    }

    private static double tail(double z) {
        return 0.5 * Erf.erfc(z / Math.sqrt(2));
    }

    private static long sum(int[] counts, int from, int width) {
        long sum = 0;
        for (int i = from; i < from + width; i++) {
            sum += counts[i];
        }
        return sum;
    }

    private static double sum(double[] values, int from, int width) {
        double sum = 0;
        for (int i = from; i < from + width; i++) {
            sum += values[i];
        }
        return sum;
    }
}
