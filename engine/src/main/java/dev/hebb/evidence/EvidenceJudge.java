package dev.hebb.evidence;

import dev.hebb.check.Check;
import java.util.List;

/**
 * Judges cross-correlograms against chance. Baseline: {@link HollowGaussian} over both sides of zero. A peak or trough
 * is significant if its tail probability survives the number of pairs, lags and widths tried. Peaks are judged by
 * {@link PeakJudge}, troughs, the mark of inhibition, by {@link TroughJudge}; where a pair shows both, the stronger one
 * counts. Owns scratch memory: not for use by two threads at once.
 */
public final class EvidenceJudge {
    private final EvidenceConfig config;
    private final int zero;
    private final int looks;
    private final double troughLooks;
    private final int overlappingTroughLooks;
    private final HollowGaussian baseline;
    private final DendriteScreen screen;
    private final PeakJudge peaks;
    private final TroughJudge troughs;
    private final TroughSampler troughSampler;
    private final NullLearner learner;
    private final double[] chance;
    private double probabilityOfPeak = -1;
    private double probabilityOfTrough = -1;
    private double peakThreshold;
    private double significantTrough;
    private double troughThreshold;

    /**
     * @param lagBins K: histograms have 2K bins, causal bin ℓ at K + ℓ
     * @param lagBinMicros width of a bin
     */
    public EvidenceJudge(int lagBins, int lagBinMicros, EvidenceConfig config) {
        this.config = config;
        zero = lagBins;
        CausalRange range = CausalRange.of(lagBins, lagBinMicros, config.peaks());
        int[] widths = toArray(config.peaks().widthsBins());
        looks = range.looks(widths);
        requirePlace(looks, lagBins, lagBinMicros, config);
        int[] troughWidths = toArray(config.troughs().widthsBins());
        troughLooks = range.disjointLooks(troughWidths);
        overlappingTroughLooks = Math.max(1, range.looks(troughWidths));
        double minimumExcess = config.peaks().minimumExcess();
        double sdBins = (double) config.baseline().smoothingSdMicros() / lagBinMicros;
        baseline = new HollowGaussian(sdBins, config.baseline().hollowFraction(), 2 * lagBins);
        screen = baseline.screen(range, widths, minimumExcess, config.troughs());
        Flanks flanks = new Flanks(config.troughs().flankBins(), config.peaks().flankZ());
        peaks = new PeakJudge(config, lagBinMicros, range, baseline, flanks);
        StrongestPeak strongest = new StrongestPeak(baseline, sdBins, widths, minimumExcess);
        TroughSampler.JudgeOf judgeOf =
                of -> new TroughJudge(config.troughs(), of, baseline, peaks.counts(), flanks, strongest);
        troughs = judgeOf.of(range);
        troughSampler = new TroughSampler(range, config.troughs(), 2 * lagBins, screen, judgeOf);
        IndirectPeaks indirect = new IndirectPeaks(baseline, flanks, widths, minimumExcess, range.end() - lagBins);
        learner = new NullLearner(config, lagBinMicros, baseline, indirect);
        chance = new double[2 * lagBins];
    }

    private static void requirePlace(int looks, int lagBins, int lagBinMicros, EvidenceConfig config) {
        Check.that(
                looks > 0,
                "no peak fits between causalFromMicros %d and causalToMicros %d, with %d lag bins of %d µs",
                config.peaks().causalFromMicros(),
                config.peaks().causalToMicros(),
                lagBins,
                lagBinMicros);
        Check.that(
                config.troughs().flankBins() <= 2 * lagBins,
                "troughs.flankBins is %d, more than the %d bins of a histogram",
                config.troughs().flankBins(),
                2 * lagBins);
    }

    private static int[] toArray(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).toArray();
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
     * @param cumulative their cumulative histograms
     * @param network the null of the network
     * @param observedMicros that the histograms are from
     */
    public DendriteNull learn(Histograms cumulative, NetworkNull network, long observedMicros) {
        return learner.dendrite(cumulative, network, observedMicros);
    }

    /**
     * The null of a network, from a sample of its ordered pairs. Their order does not matter.
     *
     * @param pairsTested ordered pairs of the network that are judged alike
     * @param observedMicros that the histograms are from
     */
    public NetworkNull learnNetwork(PairSample sample, long pairsTested, long observedMicros) {
        double rate = config.falseDiscoveryRate();
        if (rate >= 1) {
            return NetworkNull.UNKNOWN;
        }
        setThresholds(pairsTested, TroughNull.UNKNOWN);
        TroughSample found = troughSampler.of(sample, probabilityOfTrough, rate);
        SampleTroughs inhibition = new SampleTroughs(found.near(), TroughNull.of(found, probabilityOfTrough, rate));
        return learner.network(sample, observedMicros, peakThreshold, peaks, inhibition);
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
        return peaks.recordingNeeded(histogram);
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
        Evidence peak = peaks.judge(histogram, peakThreshold, dendrite);
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
     * @param counted their histograms
     * @param might by index; written
     */
    public void screenCandidates(Histograms counted, boolean[] might) {
        setCandidateThresholds();
        screen.screen(counted, peakThreshold, troughThreshold, might);
    }

    /**
     * Finds the pairs of a dendrite that {@link #judge} might find significant: of all others it is sure that they are
     * not, for half of the price or less: see {@link DendriteScreen}.
     *
     * @param cumulative their cumulative histograms
     * @param pairsTested ordered pairs of the network that are judged alike
     * @param dendrite what its pairs tell, from {@link #learn}
     * @param might by index; written
     */
    public void screen(Histograms cumulative, long pairsTested, DendriteNull dendrite, boolean[] might) {
        setThresholds(pairsTested, dendrite.troughs());
        screen.screen(cumulative, peakThreshold, troughThreshold, might);
    }

    /** A trough that is too shallow for a synapse stays one, so that a weaker peak of the pair is none either. */
    private Evidence deepEnough(Histogram histogram, Evidence trough, DendriteNull dendrite) {
        boolean deep = TroughDepth.of(histogram, bins(), trough).depth()
                >= dendrite.troughs().leastDepth();
        return deep ? trough : trough.notConnected();
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

    private void setThresholds(long pairsTested, TroughNull inhibition) {
        double ofPeak = config.peaks().alpha() / Math.max(1, pairsTested);
        setThresholds(ofPeak, Math.max(ofPeak, inhibition.level()), inhibition.leastStrength());
    }

    /**
     * Where troughs that overlap are one look, chance makes 9 to 10 % of the pairs candidates: in a network of 4,000
     * neurons, the engine then takes half as much time again.
     */
    private void setCandidateThresholds() {
        double alpha = config.peaks().alpha();
        setThresholds(alpha, alpha * troughLooks / overlappingTroughLooks, 0);
    }

    private void setThresholds(double ofPeak, double ofTrough, double leastOfTrough) {
        if (ofPeak != probabilityOfPeak || ofTrough != probabilityOfTrough) {
            peakThreshold = required(ofPeak, looks);
            significantTrough = required(ofTrough, troughLooks);
            probabilityOfPeak = ofPeak;
            probabilityOfTrough = ofTrough;
        }
        troughThreshold = Math.max(significantTrough, leastOfTrough);
    }

    /** Standard deviations with which chance makes so much of a pair with this probability at most. */
    private static double required(double probability, double looks) {
        return PoissonDeviance.quantile(probability / looks);
    }

    private static double sum(double[] values, int from, int width) {
        double sum = 0;
        for (int i = from; i < from + width; i++) {
            sum += values[i];
        }
        return sum;
    }
}
