package dev.hebb.evidence;

import dev.hebb.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * Judges cross-correlograms against chance. Baseline: {@link HollowGaussian} over both sides of zero. Peak: the best of
 * several widths and lags in the causal range; significant, if its tail probability survives the number of pairs, lags
 * and widths tried. A significant peak near zero lag that has a mirror image is a common drive, not a synapse. Owns
 * scratch memory: not for use by two threads at once.
 *
 * <p>Troughs, the mark of inhibition, are judged by {@link TroughJudge}; where a pair shows both, the stronger one
 * counts.
 */
public final class EvidenceJudge {
    /** Of a sample's pairs, at most this share has troughs that are looked at. */
    private static final double MOST_INHIBITORY = 0.1;

    private final EvidenceConfig config;
    private final PeakConfig peaks;
    private final int[] widths;
    private final int zero;
    private final int first;
    private final int end;
    private final int central;
    private final int looks;
    private final double troughLooks;
    private final int overlappingTroughLooks;
    private final HollowGaussian baseline;
    private final PeakScreen screen;
    private final DendriteScreen dendriteScreen;
    private final TroughJudge troughs;
    private final Flanks flanks;
    private final Mirror mirror;
    private final NullLearner learner;
    private final double[] chance;
    private double probabilityOfPeak = -1;
    private double probabilityOfTrough = -1;
    private double peakThreshold;
    private double troughThreshold;

    /**
     * @param lagBins K: histograms have 2K bins, causal bin ℓ at K + ℓ
     * @param lagBinMicros width of a bin
     */
    public EvidenceJudge(int lagBins, int lagBinMicros, EvidenceConfig config) {
        this.config = config;
        peaks = config.peaks();
        widths = peaks.widthsBins().stream().mapToInt(Integer::intValue).toArray();
        zero = lagBins;
        first = lagBins + peaks.causalFromMicros() / lagBinMicros;
        end = lagBins + Math.min(lagBins, (peaks.causalToMicros() + lagBinMicros - 1) / lagBinMicros);
        central = lagBins + config.mirror().centralMicros() / lagBinMicros;
        looks = looks(widths, end - first);
        Check.that(
                looks > 0,
                "no peak fits between causalFromMicros %d and causalToMicros %d, with %d lag bins of %d µs",
                peaks.causalFromMicros(),
                peaks.causalToMicros(),
                lagBins,
                lagBinMicros);
        double sdBins = (double) config.baseline().smoothingSdMicros() / lagBinMicros;
        baseline = new HollowGaussian(sdBins, config.baseline().hollowFraction(), 2 * lagBins);
        screen = baseline.screen();
        dendriteScreen = baseline.screen(first, end, widths, peaks.minimumExcess(), config.troughs());
        Check.that(
                config.troughs().flankBins() <= 2 * lagBins,
                "troughs.flankBins is %d, more than the %d bins of a histogram",
                config.troughs().flankBins(),
                2 * lagBins);
        flanks = new Flanks(config.troughs().flankBins(), peaks.flankZ());
        mirror = new Mirror(config.mirror(), baseline, flanks);
        IndirectPeaks indirect = new IndirectPeaks(baseline, flanks, widths, peaks.minimumExcess(), end - lagBins);
        learner = new NullLearner(config, lagBinMicros, baseline, indirect);
        StrongestPeak strongest = new StrongestPeak(baseline, sdBins, widths, peaks.minimumExcess());
        troughs = new TroughJudge(config.troughs(), first, end, baseline, screen.counts(), flanks, strongest);
        int[] troughWidths = config.troughs().widthsBins().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        troughLooks = disjointLooks(troughWidths, end - first);
        overlappingTroughLooks = Math.max(1, looks(troughWidths, end - first));
        chance = new double[2 * lagBins];
    }

    /** The constants that it judges by. */
    public EvidenceConfig config() {
        return config;
    }

    /** Bins of the histograms that are judged, 2K. */
    public int bins() {
        return chance.length;
    }

    /**
     * Judges one pair. Cheap for the great majority, which cannot have a significant peak: for those it allocates
     * nothing and returns one of two constants.
     *
     * @param pairsTested ordered pairs of the network that are judged alike
     */
    public Evidence judge(Histogram histogram, long pairsTested) {
        return judge(histogram, pairsTested, learner.nothing());
    }

    /**
     * The null of a dendrite's pairs. Nothing is learned of the dendrite where only pairs with a peak have histograms:
     * they are no sample of it.
     *
     * @param observedMicros that the histograms are from
     */
    public DendriteNull learn(DendritePairs pairs, long observedMicros) {
        return learner.dendrite(pairs, observedMicros);
    }

    /**
     * The null of a dendrite whose pairs all have histograms. Its relative variance of the baseline is as set, or as
     * learned if that is more.
     *
     * @param pairs how many there are
     * @param cumulative the cumulative histogram of each, by index
     * @param network the null of the network
     * @param observedMicros that the histograms are from
     */
    public DendriteNull learn(int pairs, IntFunction<Histogram> cumulative, NetworkNull network, long observedMicros) {
        return learner.dendrite(pairs, cumulative, network, observedMicros);
    }

    /**
     * The null of a network, from a sample of its ordered pairs. Their order does not matter.
     *
     * @param pairs how many there are
     * @param pair whose the histogram of an index is
     * @param cumulative the cumulative histogram of each, by index
     * @param pairsTested ordered pairs of the network that are judged alike
     * @param observedMicros that the histograms are from
     */
    public NetworkNull learnNetwork(
            int pairs,
            IntFunction<SlotPair> pair,
            IntFunction<Histogram> cumulative,
            long pairsTested,
            long observedMicros) {
        if (config.falseDiscoveryRate() >= 1) {
            return NetworkNull.UNKNOWN;
        }
        setThresholds(pairsTested, TroughNull.UNKNOWN);
        double rate = config.falseDiscoveryRate();
        List<SampleTrough> sample = sampleTroughs(pairs, pair, cumulative, rate);
        return learner.network(
                pairs,
                pair,
                cumulative,
                observedMicros,
                peakThreshold,
                dendrite ->
                        histogram -> mightPeak(histogram) ? peak(histogram, peakThreshold, dendrite) : Evidence.NONE,
                sample,
                TroughNull.of(sample, probabilityOfTrough, pairs, rate));
    }

    /** The troughs of a sample that may be synapses', if not more than some of its pairs are connected. */
    private List<SampleTrough> sampleTroughs(
            int pairs, IntFunction<SlotPair> pair, IntFunction<Histogram> cumulative, double rate) {
        double required = required(Math.max(probabilityOfTrough, rate * MOST_INHIBITORY), troughLooks);
        boolean[] might = new boolean[pairs];
        dendriteScreen.screen(pairs, cumulative, Double.POSITIVE_INFINITY, required, might);
        List<SampleTrough> found = new ArrayList<>();
        for (int index = 0; index < pairs; index++) {
            if (might[index]) {
                Histogram histogram = cumulative.apply(index);
                Evidence trough = troughs.judgeAlone(histogram, required);
                if (trough.connected()) {
                    double chance = troughLooks * PoissonDeviance.tail(troughs.strength(histogram, trough));
                    TroughDepth depth = TroughDepth.of(histogram, bins(), trough);
                    found.add(new SampleTrough(pair.apply(index).pre(), trough.z(), chance, depth));
                }
            }
        }
        return found;
    }

    /**
     * Returns whether the sample of the network shows that a peak is the work of a neuron that was not recorded, and
     * that drives the pair and a third neuron.
     *
     * @param index of the pair
     * @param peak of the pair, excitatory
     * @param dendrite what the pairs tell, from {@link #learn}
     * @param observedMicros that the histograms are from
     */
    public boolean isHiddenDrive(
            DendritePairs pairs, int index, Evidence peak, DendriteNull dendrite, long observedMicros) {
        return learner.isHiddenDrive(pairs, index, peak, dendrite, observedMicros, peakThreshold);
    }

    /**
     * Returns how many times longer than so far the recording has to be until a pair without a significant peak is no
     * longer undecided; at least 1, and infinite if no spike pair was counted.
     */
    public double recordingNeeded(Histogram histogram) {
        double mean = (double) histogram.sum(first, end - first) / (end - first);
        return Math.max(1, peaks.minimumChance() / (mean * widths[0]));
    }

    /**
     * Judges one pair of a dendrite.
     *
     * @param pairsTested ordered pairs of the network that are judged alike
     * @param dendrite what its pairs tell, from {@link #learn}
     */
    public Evidence judge(Histogram histogram, long pairsTested, DendriteNull dendrite) {
        setThresholds(pairsTested, dendrite.troughs());
        return judgeAgainst(histogram, dendrite);
    }

    private Evidence judgeAgainst(Histogram histogram, DendriteNull dendrite) {
        Evidence peak = mightPeak(histogram)
                ? peak(histogram, peakThreshold, dendrite)
                : insignificant(screen.mean(first, end));
        if (!troughs.mightHold(troughThreshold)) {
            return peak;
        }
        Evidence trough = troughs.judge(histogram, troughThreshold);
        boolean counts = trough.connected() ? -trough.z() > peak.z() : trough.significant() && !peak.significant();
        return counts ? deepEnough(histogram, trough, dendrite) : peak;
    }

    /**
     * Returns whether a pair has a peak or a trough that is significant as if it were the only pair, with every look
     * counted. It may become a synapse, if more counts say the same. Of 20,000 flat histograms with 1 to 100 counts a
     * bin, chance makes 4 to 5 % candidates.
     */
    public boolean isCandidate(Histogram histogram) {
        setCandidateThresholds();
        return judgeAgainst(histogram, learner.nothing()).significant();
    }

    /**
     * Finds the pairs that may be candidates: of all others it is sure that they are not {@link #isCandidate}, for half
     * of the price or less: see {@link DendriteScreen}.
     *
     * @param pairs how many there are
     * @param counted the histogram of each, by index
     * @param might by index; written
     */
    public void screenCandidates(int pairs, IntFunction<Histogram> counted, boolean[] might) {
        setCandidateThresholds();
        dendriteScreen.screen(pairs, counted, peakThreshold, troughThreshold, might);
    }

    /**
     * Finds the pairs of a dendrite that {@link #judge} might find significant: of all others it is sure that they are
     * not, for half of the price or less: see {@link DendriteScreen}.
     *
     * @param pairs how many there are
     * @param cumulative the cumulative histogram of each, by index
     * @param pairsTested ordered pairs of the network that are judged alike
     * @param dendrite what its pairs tell, from {@link #learn}
     * @param might by index; written
     */
    public void screen(
            int pairs, IntFunction<Histogram> cumulative, long pairsTested, DendriteNull dendrite, boolean[] might) {
        setThresholds(pairsTested, dendrite.troughs());
        dendriteScreen.screen(pairs, cumulative, peakThreshold, troughThreshold, might);
    }

    private boolean mightPeak(Histogram histogram) {
        return screen.mightHold(histogram, first, end, widths, peakThreshold, peaks.minimumExcess());
    }

    /** A trough that is too shallow for a synapse stays one, so that a weaker peak of the pair is none either. */
    private Evidence deepEnough(Histogram histogram, Evidence trough, DendriteNull dendrite) {
        boolean deep = TroughDepth.of(histogram, bins(), trough).depth()
                >= dendrite.troughs().leastDepth();
        return deep ? trough : trough.notConnected();
    }

    private Evidence peak(Histogram histogram, double required, DendriteNull dendrite) {
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
                : significant(histogram, at, width, best, dendrite);
    }

    /** Judges what is left of a peak at a given place: its z, without a threshold. */
    public double zAt(Histogram histogram, int lagBin, int widthBins) {
        double expected = chanceAt(histogram, lagBin, widthBins);
        return PoissonDeviance.z(causalAt(histogram, lagBin, widthBins), expected);
    }

    /** Spike pairs at a given peak. */
    public long causalAt(Histogram histogram, int lagBin, int widthBins) {
        return histogram.sum(zero + lagBin, widthBins);
    }

    /** Returns the number of spike pairs that chance explains at a given peak. */
    public double chanceAt(Histogram histogram, int lagBin, int widthBins) {
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

    private Evidence significant(Histogram histogram, int bin, int width, double z, DendriteNull dendrite) {
        double expected = sum(chance, bin, width);
        double count = histogram.sum(bin, width);
        double excess = count - expected;
        // Neither is in z: a peak of a large error or a small lift is no synapse, but it may well explain other peaks.
        boolean certain = z >= peakThreshold * Math.sqrt(1 + dendrite.baselineVariance() * expected)
                && exceedsIndirect(histogram, count, expected, dendrite);
        double mirrored = bin >= central ? 0 : mirror.excess(histogram, bin, width);
        boolean directed = bin >= central || mirror.isWeaker(histogram, bin, width, excess, mirrored);
        boolean standsOut = flanks.standsOut(histogram, bin, width, bins());
        Verdict verdict = certain && standsOut && directed ? Verdict.CONNECTED : Verdict.NOT_CONNECTED;
        return new Evidence(verdict, true, bin - zero, width, z, PoissonDeviance.tail(z), excess, mirrored / excess);
    }

    /**
     * Returns whether a peak is more than what indirect drive makes: in the network, or, while that is not known, in
     * this dendrite.
     */
    private boolean exceedsIndirect(Histogram histogram, double count, double expected, DendriteNull dendrite) {
        double rate = config.falseDiscoveryRate();
        if (rate >= 1) {
            return true;
        }
        OptionalDouble leastScore = dendrite.leastScore();
        if (leastScore.isPresent()) {
            return PeakScore.of(histogram, bins(), count, expected) >= leastScore.getAsDouble();
        }
        double lift = FalseDiscovery.lowerLift(count, expected);
        if (lift < FalseDiscovery.leastLift(rate, 0)) {
            return false;
        }
        IndirectDrive drive = dendrite.indirectDrive(peakThreshold);
        return lift >= FalseDiscovery.leastLift(rate, drive.peaks())
                && IndirectDrive.effect(histogram, bins(), count - expected) >= drive.meanEffect();
    }

    private void setThresholds(long pairsTested, TroughNull inhibition) {
        double ofPeak = peaks.alpha() / Math.max(1, pairsTested);
        setThresholds(ofPeak, Math.max(ofPeak, inhibition.level()));
    }

    /**
     * Where troughs that overlap are one look, chance makes 9 to 10 % of the pairs candidates: in a network of 4,000
     * neurons, the engine then takes half as much time again.
     */
    private void setCandidateThresholds() {
        setThresholds(peaks.alpha(), peaks.alpha() * troughLooks / overlappingTroughLooks);
    }

    private void setThresholds(double ofPeak, double ofTrough) {
        if (ofPeak != probabilityOfPeak || ofTrough != probabilityOfTrough) {
            peakThreshold = required(ofPeak, looks);
            troughThreshold = required(ofTrough, troughLooks);
            probabilityOfPeak = ofPeak;
            probabilityOfTrough = ofTrough;
        }
    }

    /** Standard deviations with which chance makes so much of a pair with this probability at most. */
    private static double required(double probability, double looks) {
        return PoissonDeviance.quantile(probability / looks);
    }

    /**
     * Looks at troughs that do not overlap. A trough must pass more tests than a peak, and looks that overlap tell
     * nearly the same: of a million flat histograms, chance makes troughs as of 2 to 5 independent looks where there
     * are 4 counts a bin or more, and of 11 at most with 2.
     *
     * @return at least 1
     */
    private static double disjointLooks(int[] widths, int bins) {
        double looks = 0;
        for (int width : widths) {
            looks += (double) bins / width;
        }
        return Math.max(1, looks);
    }

    private static int looks(int[] widths, int bins) {
        int looks = 0;
        for (int width : widths) {
            looks += Math.max(0, bins - width + 1);
        }
        return looks;
    }

    private static double sum(double[] values, int from, int width) {
        double sum = 0;
        for (int i = from; i < from + width; i++) {
            sum += values[i];
        }
        return sum;
    }
}
