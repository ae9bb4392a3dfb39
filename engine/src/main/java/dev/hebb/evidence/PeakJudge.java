package dev.hebb.evidence;

import java.util.OptionalDouble;

/**
 * Judges the peaks of cross-correlograms: the best of several widths and lags in the causal range. A significant peak
 * near zero lag that has a mirror image is a common drive, not a synapse. Owns scratch memory: not for use by two
 * threads at once.
 */
final class PeakJudge {
    private final EvidenceConfig config;
    private final PeakConfig peaks;
    private final int[] widths;
    private final int zero;
    private final int first;
    private final int end;
    private final int central;
    private final HollowGaussian baseline;
    private final PeakScreen screen;
    private final Flanks flanks;
    private final Mirror mirror;
    private final double[] chance;

    /**
     * @param lagBinMicros width of a bin
     * @param range where a peak may lie
     * @param baseline chance level of a histogram
     * @param flanks its sides
     */
    PeakJudge(EvidenceConfig config, int lagBinMicros, CausalRange range, HollowGaussian baseline, Flanks flanks) {
        this.config = config;
        peaks = config.peaks();
        widths = peaks.widthsBins().stream().mapToInt(Integer::intValue).toArray();
        zero = range.zero();
        first = range.first();
        end = range.end();
        central = zero + config.mirror().centralMicros() / lagBinMicros;
        this.baseline = baseline;
        screen = baseline.screen();
        this.flanks = flanks;
        mirror = new Mirror(config.mirror(), baseline, flanks);
        chance = new double[baseline.bins()];
    }

    /** Running totals of the histogram that was last judged. */
    RunningTotals counts() {
        return screen.counts();
    }

    /**
     * The best peak of a histogram. Cheap for the great majority, which cannot have a significant one: for those it
     * allocates nothing and returns one of two constants.
     *
     * @param required standard deviations that a significant peak lies above chance
     * @param dendrite what the pairs of the histogram's dendrite tell
     */
    Evidence judge(Histogram histogram, double required, DendriteNull dendrite) {
        return screen.mightHold(histogram, first, end, widths, required, peaks.minimumExcess())
                ? best(histogram, required, dendrite)
                : insignificant(screen.mean(first, end));
    }

    private Evidence best(Histogram histogram, double required, DendriteNull dendrite) {
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
                : significant(histogram, new Place(at, width, best), required, dendrite);
    }

    /** z of a peak if it is above {@code floor}, else anything not above it. */
    private double zAbove(Histogram histogram, int bin, int width, double floor) {
        double observed = histogram.sum(bin, width);
        double expected = sum(chance, bin, width);
        double excess = observed - expected;
        // For an excess, (c − λ)/√λ is never less than the deviance's z: no logarithm where even that is too small.
        boolean hopeless = excess < peaks.minimumExcess() || excess * excess < floor * floor * expected;
        return hopeless ? 0 : PoissonDeviance.z(observed, expected);
    }

    private Evidence insignificant(double meanChance) {
        return meanChance * widths[0] >= peaks.minimumChance() ? Evidence.ABSENT : Evidence.NONE;
    }

    /** Where the best peak lies, and its z. */
    private record Place(int bin, int width, double z) {}

    private Evidence significant(Histogram histogram, Place peak, double required, DendriteNull dendrite) {
        int bin = peak.bin;
        int width = peak.width;
        double expected = sum(chance, bin, width);
        double count = histogram.sum(bin, width);
        double excess = count - expected;
        // Neither is in z: a peak of a large error or a small lift is no synapse, but it may well explain other peaks.
        boolean certain = peak.z >= required * Math.sqrt(1 + dendrite.baselineVariance() * expected)
                && exceedsIndirect(histogram, count, expected, required, dendrite);
        double mirrored = bin >= central ? 0 : mirror.excess(histogram, bin, width);
        boolean directed = bin >= central || mirror.isWeaker(histogram, bin, width, excess, mirrored);
        boolean standsOut = flanks.standsOut(histogram, bin, width, baseline.bins());
        Verdict verdict = certain && standsOut && directed ? Verdict.CONNECTED : Verdict.NOT_CONNECTED;
        return new Evidence(
                verdict, true, bin - zero, width, peak.z, PoissonDeviance.tail(peak.z), excess, mirrored / excess);
    }

    /**
     * Returns whether a peak is more than what indirect drive makes: in the network, or, while that is not known, in
     * this dendrite.
     */
    private boolean exceedsIndirect(
            Histogram histogram, double count, double expected, double required, DendriteNull dendrite) {
        double rate = config.falseDiscoveryRate();
        if (rate >= 1) {
            return true;
        }
        OptionalDouble leastScore = dendrite.leastScore();
        if (leastScore.isPresent()) {
            return PeakScore.of(histogram, baseline.bins(), count, expected) >= leastScore.getAsDouble();
        }
        double lift = FalseDiscovery.lowerLift(count, expected);
        if (lift < FalseDiscovery.leastLift(rate, 0)) {
            return false;
        }
        IndirectDrive drive = dendrite.indirectDrive(required);
        return lift >= FalseDiscovery.leastLift(rate, drive.peaks())
                && IndirectDrive.effect(histogram, baseline.bins(), count - expected) >= drive.meanEffect();
    }

    /** See {@link EvidenceJudge#recordingNeeded}. */
    double recordingNeeded(Histogram histogram) {
        double mean = (double) histogram.sum(first, end - first) / (end - first);
        return Math.max(1, peaks.minimumChance() / (mean * widths[0]));
    }

    private static double sum(double[] values, int from, int width) {
        double sum = 0;
        for (int i = from; i < from + width; i++) {
            sum += values[i];
        }
        return sum;
    }
}
