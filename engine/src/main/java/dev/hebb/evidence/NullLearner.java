package dev.hebb.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
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
                ? dendrite(pairs.size(), pairs::cumulative, pairs.network(), observedMicros)
                : DendriteNull.unknown(
                        config.baseline().relativeVariance(),
                        leastScore(pairs.network(), observedMicros),
                        pairs.network().troughs());
    }

    /** The null of a dendrite; see {@link EvidenceJudge#learn(int, IntFunction, NetworkNull, long)}. */
    DendriteNull dendrite(int pairs, IntFunction<Histogram> cumulative, NetworkNull network, long observedMicros) {
        return new LearnedNull(
                variance(pairs, cumulative),
                indirect,
                pairs,
                cumulative,
                leastScore(network, observedMicros),
                network.troughs());
    }

    /**
     * The null of a network; see {@link EvidenceJudge#learnNetwork}.
     *
     * @param pair whose the histogram of an index is
     * @param requiredZ that a significant peak must reach
     * @param peakJudge what the best peak of a histogram is taken for, with the null that it is given
     * @param troughs of the pairs, those that may be a synapse's
     * @param inhibition what they tell
     */
    NetworkNull network(
            int pairs,
            IntFunction<SlotPair> pair,
            IntFunction<Histogram> cumulative,
            long observedMicros,
            double requiredZ,
            Function<DendriteNull, Function<Histogram, Evidence>> peakJudge,
            List<SampleTrough> troughs,
            TroughNull inhibition) {
        double variance = variance(pairs, cumulative).getAsDouble();
        double unit = PeakScore.unit(config.weighedMicros(observedMicros), lagBinMicros);
        Function<Histogram, Evidence> judge =
                peakJudge.apply(DendriteNull.unknown(variance, OptionalDouble.of(0), TroughNull.UNKNOWN));
        // Of most pairs it is then known that they have no link, and are neither candidates nor decoys.
        int[] mightPeak = indices(indirect.screen(pairs, cumulative, requiredZ));
        SampleLinks links = links(mightPeak, pair, cumulative, requiredZ, variance, unit);
        List<SamplePeak> candidates = new ArrayList<>();
        List<Double> decoys = new ArrayList<>();
        for (int index : mightPeak) {
            Histogram histogram = cumulative.apply(index);
            Evidence peak = judge.apply(histogram);
            SlotPair slots = pair.apply(index);
            if (peak.connected()
                    && !links.showHiddenDrive(
                            slots.pre(), link(histogram, peak, unit), other -> links.between(other, slots.post()))) {
                double count = histogram.sum(bins / 2 + peak.lagBin(), peak.widthBins());
                double score = PeakScore.of(histogram, bins, count, count - peak.excess()) / unit;
                candidates.add(new SamplePeak(slots.pre(), peak.z(), score));
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
        NeuronSigns signs = signs(candidates, leastScore, troughs, inhibition);
        return new NetworkNull(true, leastScore, inhibition, links, signs);
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

    private SampleLinks links(
            int[] mightPeak,
            IntFunction<SlotPair> pair,
            IntFunction<Histogram> cumulative,
            double requiredZ,
            double variance,
            double unit) {
        SampleLinks links = new SampleLinks();
        for (int index : mightPeak) {
            SlotPair slots = pair.apply(index);
            Link link = slots.pre() < slots.post()
                    ? indirect.strongest(cumulative.apply(index), requiredZ, variance, unit)
                    : null;
            if (link != null) {
                links.add(slots.pre(), slots.post(), link);
            }
        }
        return links;
    }

    private static NeuronSigns signs(
            List<SamplePeak> peaks, double leastScore, List<SampleTrough> troughs, TroughNull inhibition) {
        NeuronSigns signs = new NeuronSigns();
        peaks.stream().filter(peak -> peak.score() >= leastScore).forEach(peak -> signs.add(peak.pre(), peak.z()));
        troughs.stream().filter(inhibition::holds).forEach(trough -> signs.add(trough.pre(), trough.z()));
        return signs;
    }

    private Link link(Histogram histogram, Evidence peak, double unit) {
        return new Link(
                peak.lagBin() + peak.widthBins() / 2.0, IndirectDrive.effect(histogram, bins, peak.excess()) / unit);
    }

    private DoubleSupplier variance(int pairs, IntFunction<Histogram> cumulative) {
        double set = config.baseline().relativeVariance();
        DoubleSupplier learned = error.of(pairs, cumulative);
        return config.baseline().learnRelativeError() ? () -> Math.max(set, learned.getAsDouble()) : () -> set;
    }

    private OptionalDouble leastScore(NetworkNull network, long observedMicros) {
        double unit = PeakScore.unit(config.weighedMicros(observedMicros), lagBinMicros);
        return network.known() ? OptionalDouble.of(unit * network.leastScore()) : OptionalDouble.empty();
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
