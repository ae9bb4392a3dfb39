package dev.hebb.evidence;

import static dev.hebb.evidence.Correlograms.apart;
import static dev.hebb.evidence.Correlograms.flat;
import static dev.hebb.evidence.Correlograms.histogram;
import static dev.hebb.evidence.Correlograms.histograms;
import static dev.hebb.evidence.Correlograms.withPeak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNullTest {
    private static final long PAIRS = 9_900;
    private static final long OBSERVED_MICROS = 1_000_000;

    private final Random random = new Random(7);

    @Test
    void withoutDecoysManyCandidatesNeedNothing() {
        assertThat(NetworkNull.leastScore(scores(30, -3), new double[0], 0.05)).isZero();
    }

    @Test
    void decoysAloneLeaveNothing() {
        // Given, When
        double least = NetworkNull.leastScore(new double[0], scores(200, -4), 0.05);
        // Then
        assertThat(Arrays.stream(scores(200, -4)).max().orElseThrow()).isLessThan(least);
    }

    /** There are as many indirect peaks among the candidates as there are decoys. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.05, 0.2})
    void asManyAreFalseAsWereAsked(double rate) {
        // Given
        double[] indirect = scores(20_000, -4);
        double[] synapses = scores(10_000, -2.8);
        double[] candidates = DoubleStream.concat(Arrays.stream(indirect), Arrays.stream(synapses))
                .toArray();
        // When
        double least = NetworkNull.leastScore(candidates, scores(20_000, -4), rate);
        // Then
        double wrong = Arrays.stream(indirect).filter(score -> score >= least).count();
        double right = Arrays.stream(synapses).filter(score -> score >= least).count();
        assertThat(wrong / (wrong + right)).isCloseTo(rate, within(0.25 * rate));
    }

    @Test
    void theOrderDoesNotMatter() {
        // Given
        List<Double> candidates =
                new ArrayList<>(Arrays.stream(scores(99, -3)).boxed().toList());
        List<Double> decoys =
                new ArrayList<>(Arrays.stream(scores(50, -4)).boxed().toList());
        double least = least(candidates, decoys);
        // When
        Collections.shuffle(candidates, random);
        Collections.shuffle(decoys, random);
        // Then
        assertThat(least(candidates, decoys)).isEqualTo(least);
    }

    /** The same peak is a synapse among few others, and none among many of its kind at lags that no synapse has. */
    @Test
    void indirectPeaksOfTheNetworkTakeAwaySynapses() {
        // Given
        EvidenceJudge judge = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, EvidenceConfig.standard());
        int[] peaked = withPeak(flat(40, random), 8, 3, 45);
        List<int[]> quiet = new ArrayList<>();
        List<int[]> driven = new ArrayList<>();
        for (int pair = 0; pair < 100; pair++) {
            quiet.add(withPeak(flat(40, random), pair % 20, 3, pair % 4 == 0 ? 120 : 0));
            driven.add(withPeak(flat(40, random), 30, 3, 45));
        }
        // When
        NetworkNull ofQuiet = learn(judge, quiet);
        NetworkNull ofDriven = learn(judge, driven);
        // Then
        assertThat(connected(judge, peaked, ofQuiet)).isTrue();
        assertThat(connected(judge, peaked, ofDriven)).isFalse();
    }

    /** Rates and time drop out of a score, as long as the coupling stays. */
    @Test
    void aScoreDoesNotGrowWithTime() {
        // Given
        int[] once = withPeak(flat(40, random), 8, 3, 60);
        int[] fourTimes = Arrays.stream(once).map(count -> 4 * count).toArray();
        double unit = PeakScore.unit(OBSERVED_MICROS, 1_000);
        double unitOfFour = PeakScore.unit(4 * OBSERVED_MICROS, 1_000);
        // When
        double ofOne = PeakScore.of(histogram(once), once.length, 300, 120) / unit;
        double ofFour = PeakScore.of(histogram(fourTimes), once.length, 1_200, 480) / unitOfFour;
        // Then: but for the standard deviation that is taken from the lift
        assertThat(ofFour).isCloseTo(ofOne, within(0.06 * ofOne));
    }

    /** The same histograms, of neurons of which each three are driven by one that was not recorded, or of others. */
    @Test
    void peaksThatAHiddenNeuronMakesAreNoCandidates() {
        // Given: lags of 3, 6 and 9 ms; and one peak that no synapse has
        EvidenceJudge judge = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, EvidenceConfig.standard());
        List<int[]> pairs = new ArrayList<>();
        for (int pair = 0; pair < 60; pair++) {
            pairs.add(withPeak(flat(40, random), 3 * (1 + pair % 3), 1, 120));
        }
        pairs.add(withPeak(flat(40, random), 30, 1, 120));
        // When
        double ofOthers = leastScore(judge, pairs, index -> new SlotPair(2 * index, 2 * index + 1));
        double ofThree = leastScore(judge, pairs, index -> ofThree(index / 3 * 3, index % 3));
        // Then
        assertThat(ofOthers).isZero();
        assertThat(ofThree).isGreaterThan(0.01);
    }

    private static double leastScore(EvidenceJudge judge, List<int[]> pairs, IntFunction<SlotPair> pair) {
        return judge.learnNetwork(new PairSample(histograms(pairs), pair), PAIRS, 1_000 * OBSERVED_MICROS)
                .leastScore();
    }

    private static SlotPair ofThree(int first, int pair) {
        return pair < 2 ? new SlotPair(first + pair, first + pair + 1) : new SlotPair(first, first + 2);
    }

    private static NetworkNull learn(EvidenceJudge judge, List<int[]> pairs) {
        return judge.learnNetwork(apart(pairs), PAIRS, OBSERVED_MICROS);
    }

    private static boolean connected(EvidenceJudge judge, int[] counts, NetworkNull network) {
        DendriteNull dendrite = judge.learn(histograms(List.of(counts)), network, OBSERVED_MICROS);
        return judge.judge(histogram(counts), PAIRS, dendrite).connected();
    }

    private static double least(List<Double> candidates, List<Double> decoys) {
        return NetworkNull.leastScore(toArray(candidates), toArray(decoys), 0.05);
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double[] scores(int count, double meanLog) {
        return DoubleStream.generate(() -> Math.exp(meanLog + 0.5 * random.nextGaussian()))
                .limit(count)
                .toArray();
    }
}
