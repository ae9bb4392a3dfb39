package dev.hebb.plasticity;

import org.hipparchus.special.Erf;

/**
 * Judges cross-correlograms against chance. Baseline: {@link HollowGaussian} over both sides of zero. Peak: the best of
 * several widths and lags in the causal range; significant, if its tail probability survives the number of pairs, lags
 * and widths tried. A significant peak near zero lag that has a mirror image is a common drive, not a synapse. Owns
 * scratch memory: not for use by two threads at once.
 */
public final class EvidenceJudge {
    private final EvidenceConfig config;
    private final int[] widths;
    private final int zero;
    private final int first;
    private final int end;
    private final int central;
    private final int looks;
    private final HollowGaussian baseline;
    private final PeakScreen screen;
    private final double[] chance;
    private long pairsOfThreshold = -1;
    private double threshold;

    /**
     * @param lagBins K: histograms have 2K bins, causal bin ℓ at K + ℓ
     * @param lagBinMicros width of a bin
     */
    public EvidenceJudge(int lagBins, int lagBinMicros, EvidenceConfig config) {
        this.config = config;
        widths = config.widthsBins().stream().mapToInt(Integer::intValue).toArray();
        zero = lagBins;
        first = lagBins + config.causalFromMicros() / lagBinMicros;
        end = lagBins + Math.min(lagBins, (config.causalToMicros() + lagBinMicros - 1) / lagBinMicros);
        central = lagBins + config.centralMicros() / lagBinMicros;
        looks = looks(widths, end - first);
        Check.that(
                looks > 0,
                "no peak fits between causalFromMicros %d and causalToMicros %d, with %d lag bins of %d µs",
                config.causalFromMicros(),
                config.causalToMicros(),
                lagBins,
                lagBinMicros);
        double sdBins = (double) config.smoothingSdMicros() / lagBinMicros;
        baseline = new HollowGaussian(sdBins, config.hollowFraction(), 2 * lagBins);
        screen = baseline.screen();
        chance = new double[2 * lagBins];
    }

    EvidenceConfig config() {
        return config;
    }

    /** Bins of the histograms that are judged, 2K. */
    int bins() {
        return chance.length;
    }

    /**
     * Judges one pair. Cheap for the great majority, which cannot have a significant peak: for those it allocates nothing
     * and returns one of two constants.
     *
     * @param pairsTested ordered pairs of the network that are judged alike
     */
    public Evidence judge(Histogram histogram, long pairsTested) {
        double required = threshold(pairsTested);
        if (!screen.mightHold(histogram, first, end, widths, required, config.minimumExcess())) {
            return insignificant(screen.mean(first, end));
        }
        baseline.smooth(histogram, first, end, chance);
        double best = 0;
        int at = first;
        int width = widths[0];
        for (int w : widths) {
            for (int bin = first; bin + w <= end; bin++) {
                double z = zAbove(histogram, bin, w, Math.max(best, required));
                if (z > best) {
                    best = z;
                    at = bin;
                    width = w;
                }
            }
        }
        return best < required
                ? insignificant(sum(chance, first, end - first) / (end - first))
                : significant(histogram, at, width, best);
    }

    /** Judges what is left of a peak at a given place: its z, without a threshold. */
    double zAt(Histogram histogram, int lagBin, int widthBins) {
        double expected = chanceAt(histogram, lagBin, widthBins);
        return PoissonDeviance.z(causalAt(histogram, lagBin, widthBins), expected);
    }

    /** Spike pairs at a given peak. */
    long causalAt(Histogram histogram, int lagBin, int widthBins) {
        return sum(histogram, zero + lagBin, widthBins);
    }

    /** How many spike pairs chance explains at a given peak. */
    double chanceAt(Histogram histogram, int lagBin, int widthBins) {
        int bin = zero + lagBin;
        baseline.smooth(histogram, bin, bin + widthBins, chance);
        return sum(chance, bin, widthBins);
    }

    /** Chance level of every bin, in scratch memory: read at once. */
    double[] chance(Histogram histogram) {
        baseline.smooth(histogram, 0, chance.length, chance);
        return chance;
    }

    /** z of a peak if it is above {@code floor}, else anything not above it. */
    private double zAbove(Histogram histogram, int bin, int width, double floor) {
        double observed = sum(histogram, bin, width);
        double expected = sum(chance, bin, width);
        double excess = observed - expected;
        // For an excess, (c − λ)/√λ is never less than the deviance's z: no logarithm where even that is too small.
        boolean hopeless = excess < config.minimumExcess() || excess * excess < floor * floor * expected;
        return hopeless ? 0 : PoissonDeviance.z(observed, expected);
    }

    private Evidence insignificant(double meanChance) {
        return meanChance * widths[0] >= config.minimumChance() ? Evidence.ABSENT : Evidence.NONE;
    }

    private Evidence significant(Histogram histogram, int bin, int width, double z) {
        double excess = sum(histogram, bin, width) - sum(chance, bin, width);
        double mirrored = bin >= central ? 0 : mirroredExcess(histogram, bin, width);
        double sd = Math.sqrt(sum(histogram, bin, width) + sum(histogram, mirror(bin, width), width));
        boolean directed = mirrored <= config.mirrorShare() * excess && excess - mirrored >= config.mirrorZ() * sd;
        Verdict verdict = directed || bin >= central ? Verdict.CONNECTED : Verdict.NOT_CONNECTED;
        return new Evidence(verdict, true, bin - zero, width, z, tail(z), excess, mirrored / excess);
    }

    private double mirroredExcess(Histogram histogram, int bin, int width) {
        int mirror = mirror(bin, width);
        baseline.smooth(histogram, mirror, mirror + width, chance);
        return sum(histogram, mirror, width) - sum(chance, mirror, width);
    }

    private int mirror(int bin, int width) {
        return 2 * zero - bin - width;
    }

    private double threshold(long pairsTested) {
        if (pairsTested != pairsOfThreshold) {
            double p = config.alpha() / ((double) Math.max(1, pairsTested) * looks);
            threshold = Math.sqrt(2) * Erf.erfcInv(2 * p);
            pairsOfThreshold = pairsTested;
        }
        return threshold;
    }

    private static double tail(double z) {
        return 0.5 * Erf.erfc(z / Math.sqrt(2));
    }

    private static int looks(int[] widths, int bins) {
        int looks = 0;
        for (int width : widths) {
            looks += Math.max(0, bins - width + 1);
        }
        return looks;
    }

    private static long sum(Histogram histogram, int bin, int width) {
        long sum = 0;
        for (int i = histogram.from() + bin; i < histogram.from() + bin + width; i++) {
            sum += histogram.counts()[i];
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
