package dev.hebb.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * Learns what the pairs of a dendrite, and a sample of the network's, tell of peaks that no synapse makes. Owns scratch
 * memory: not for use by two threads at once.
 */
final class NullLearner {
    private final EvidenceConfig config;
    private final int lagBinMicros;
    private final int bins;
    private final BaselineError error;
    private final IndirectPeaks indirect;

    /**
     * @param lagBinMicros width of a bin
     * @param baseline chance level of a histogram
     * @param indirect finds the peaks that no synapse makes
     */
    NullLearner(EvidenceConfig config, int lagBinMicros, HollowGaussian baseline, IndirectPeaks indirect) {
        this.config = config;
        this.lagBinMicros = lagBinMicros;
        this.bins = baseline.bins();
        this.error = new BaselineError(baseline);
        this.indirect = indirect;
    }

    /** The null of a pair of which nothing is learned. */
    DendriteNull nothing() {
        return DendriteNull.unknown(config.baseline().relativeVariance(), OptionalDouble.empty(), TroughNull.UNKNOWN);
    }

    /** The null of a dendrite; see {@link EvidenceJudge#learn(DendritePairs, long)}. */
    DendriteNull dendrite(DendritePairs pairs, long observedMicros) {
        return pairs.areAll()
                ? dendrite(pairs.cumulative(), pairs.network(), observedMicros)
                : DendriteNull.unknown(
                        config.baseline().relativeVariance(),
                        leastScore(pairs.network(), observedMicros),
                        troughs(pairs.network(), observedMicros));
    }

    /** The null of a dendrite; see {@link EvidenceJudge#learn(Histograms, NetworkNull, long)}. */
    DendriteNull dendrite(Histograms cumulative, NetworkNull network, long observedMicros) {
        return new LearnedNull(
                variance(cumulative),
                indirect,
                cumulative,
                leastScore(network, observedMicros),
                troughs(network, observedMicros));
    }

    /**
     * The null of a network; see {@link EvidenceJudge#learnNetwork}.
     *
     * @param requiredZ that a significant peak must reach
     * @param judge of peaks
     * @param troughs of the sample
     */
    NetworkNull network(
            PairSample sample, long observedMicros, double requiredZ, PeakJudge judge, SampleTroughs troughs) {
        double variance = variance(sample.cumulative()).getAsDouble();
        double unit = PeakScore.unit(config.weighedMicros(observedMicros), lagBinMicros);
        DendriteNull learnedSoFar = DendriteNull.unknown(variance, OptionalDouble.of(0), TroughNull.UNKNOWN);
        // Of most pairs it is then known that they have no link, and are neither candidates nor decoys.
        int[] mightPeak = indices(indirect.screen(sample.cumulative(), requiredZ));
        SampleLinks links = links(mightPeak, sample, requiredZ, variance, unit);
        List<SamplePeak> candidates = new ArrayList<>();
        List<Double> decoys = new ArrayList<>();
        for (int index : mightPeak) {
            Histogram histogram = sample.histogram(index);
            Evidence peak = judge.judge(histogram, requiredZ, learnedSoFar);
            SlotPair slots = sample.pairAt(index);
            if (peak.connected()
                    && !links.showHiddenDrive(
                            slots.pre(), link(histogram, peak, unit), other -> links.between(other, slots.post()))) {
                candidates.add(new SamplePeak(slots.pre(), peak.z(), score(histogram, peak) / unit));
            }
            indirect.each(
                    histogram,
                    requiredZ,
                    variance,
                    (of, count, expected) -> decoys.add(PeakScore.of(of, bins, count, expected) / unit));
        }
        double leastScore = NetworkNull.leastScore(
                candidates.stream().mapToDouble(SamplePeak::score).toArray(),
                toArray(decoys),
                config.falseDiscoveryRate());
        NeuronSigns signs = signs(candidates, leastScore, troughs);
        return new NetworkNull(true, leastScore, troughs.inhibition().scaled(1 / unit), links, signs);
    }

    private double score(Histogram histogram, Evidence peak) {
        double count = histogram.sum(bins / 2 + peak.lagBin(), peak.widthBins());
        return PeakScore.of(histogram, bins, count, count - peak.excess());
    }

    /**
     * Returns whether the links of the sample show that a peak is the work of a neuron that was not recorded; see
     * {@link SampleLinks}.
     */
    boolean isHiddenDrive(
            DendritePairs pairs,
            int index,
            Evidence peak,
            DendriteNull dendrite,
            long observedMicros,
            double requiredZ) {
        double unit = PeakScore.unit(config.weighedMicros(observedMicros), lagBinMicros);
        return pairs.network()
                .links()
                .showHiddenDrive(pairs.slot(index), link(pairs.cumulative(index), peak, unit), slot -> {
                    int other = indexOf(pairs, slot);
                    return other < 0
                            ? null
                            : indirect.strongest(pairs.cumulative(other), requiredZ, dendrite.baselineVariance(), unit);
                });
    }

    private static int indexOf(DendritePairs pairs, int slot) {
        int index = pairs.size() - 1;
        while (index >= 0 && pairs.slot(index) != slot) {
            index--;
        }
        return index;
    }

    private static int[] indices(boolean[] which) {
        return IntStream.range(0, which.length).filter(index -> which[index]).toArray();
    }

    private SampleLinks links(int[] mightPeak, PairSample sample, double requiredZ, double variance, double unit) {
        SampleLinks links = new SampleLinks();
        for (int index : mightPeak) {
            SlotPair slots = sample.pairAt(index);
            Link link = slots.pre() < slots.post()
                    ? indirect.strongest(sample.histogram(index), requiredZ, variance, unit)
                    : null;
            if (link != null) {
                links.add(slots.pre(), slots.post(), link);
            }
        }
        return links;
    }

    private static NeuronSigns signs(List<SamplePeak> peaks, double leastScore, SampleTroughs troughs) {
        NeuronSigns signs = new NeuronSigns();
        peaks.stream().filter(peak -> peak.score() >= leastScore).forEach(peak -> signs.add(peak.pre(), peak.z()));
        troughs.addTo(signs);
        return signs;
    }

    private Link link(Histogram histogram, Evidence peak, double unit) {
        return new Link(
                peak.lagBin() + peak.widthBins() / 2.0, IndirectDrive.effect(histogram, bins, peak.excess()) / unit);
    }

    private DoubleSupplier variance(Histograms cumulative) {
        double set = config.baseline().relativeVariance();
        DoubleSupplier learned = error.of(cumulative);
        return config.baseline().learnRelativeError() ? () -> Math.max(set, learned.getAsDouble()) : () -> set;
    }

    private OptionalDouble leastScore(NetworkNull network, long observedMicros) {
        double unit = PeakScore.unit(config.weighedMicros(observedMicros), lagBinMicros);
        return network.known() ? OptionalDouble.of(unit * network.leastScore()) : OptionalDouble.empty();
    }

    private TroughNull troughs(NetworkNull network, long observedMicros) {
        return network.troughs().scaled(PeakScore.unit(config.weighedMicros(observedMicros), lagBinMicros));
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
