package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselineErrorTest {
    private static final int ZERO = Correlograms.LAG_BINS;

    private final BaselineError error = new BaselineError(new HollowGaussian(10, 0.6, 2 * ZERO));
    private final Random random = new Random(1);

    @Test
    void poissonCountsHaveNoError() {
        for (int level : new int[] {1, 10, 100}) {
            // Given
            List<int[]> pairs = pairs(level, 0);
            // When, Then
            assertThat(relativeError(pairs)).as("%d counts a bin", level).isLessThan(0.02);
        }
    }

    @Test
    void aPlantedErrorIsRecovered() {
        // Given hills of five bins that are too high or too low by a tenth
        List<int[]> pairs = pairs(500, 0.1);
        // When, Then
        assertThat(relativeError(pairs)).isCloseTo(0.1, within(0.04));
    }

    /** The class keeps only variances above 0, and sums without a stream. */
    @Test
    void isTheVarianceOfItsDefinition() {
        for (int level : new int[] {1, 3, 10, 40, 200}) {
            for (double planted : new double[] {0, 0.05, 0.3}) {
                // Given
                List<int[]> pairs = pairs(level, planted);
                // When, Then: to the bit
                double variance = error.of(Correlograms.histograms(pairs)).getAsDouble();
                assertThat(variance).as("%d, %s", level, planted).isEqualTo(byDefinition(pairs));
            }
        }
    }

    @Test
    void aSumIsThatOfAStream() {
        for (int i = 0; i < 1_000; i++) {
            double[] values = random.doubles(9)
                    .map(value -> value * Math.exp(20 * random.nextGaussian()))
                    .toArray();
            assertThat(BaselineError.compensatedSum(values, 2, 8))
                    .isEqualTo(Arrays.stream(values, 2, 8).sum());
        }
    }

    @Test
    void theOrderOfThePairsDoesNotMatter() {
        // Given
        List<int[]> pairs = pairs(200, 0.2);
        List<int[]> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, random);
        // When, Then
        assertThat(relativeError(shuffled)).isEqualTo(relativeError(pairs));
    }

    @Test
    void theConnectionsOfADendriteAreNoError() {
        // Given
        List<int[]> pairs = pairs(50, 0);
        for (int index = 0; index < 5; index++) {
            pairs.set(index, Correlograms.withPeak(pairs.get(index), 4, 3, 100));
        }
        // When, Then
        assertThat(relativeError(pairs)).isLessThan(0.03);
    }

    @Test
    void tooFewCountsTellNothing() {
        assertThat(relativeError(List.of(Correlograms.flat(500, random)))).isZero();
        assertThat(relativeError(List.of())).isZero();
    }

    /** Candidates have peaks, and would all be taken for errors of the baseline. */
    @Test
    void candidatesTeachNothing() {
        // Given
        EvidenceJudge judge = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, EvidenceConfig.standard());
        List<int[]> pairs = pairs(400, 0.2);

        // When
        double all = judge.learn(new CountedPairs(pairs, true), 1).baselineVariance();
        double candidates = judge.learn(new CountedPairs(pairs, false), 1).baselineVariance();

        // Then
        assertThat(all).isGreaterThan(0.01);
        assertThat(candidates).isZero();
    }

    /** Of the sorted variances, that of the share of 0.9 less two standard deviations; 5 of 20 bins, every second. */
    private static double byDefinition(List<int[]> pairs) {
        HollowGaussian baseline = new HollowGaussian(10, 0.6, 2 * ZERO);
        double[] chance = new double[2 * ZERO];
        List<Double> variances = new ArrayList<>();
        for (int[] counts : pairs) {
            baseline.smooth(new Histogram(counts, 0), 0, 2 * ZERO, chance);
            for (int bin = ZERO - 10; bin <= ZERO + 5; bin += 2) {
                double expected = Arrays.stream(chance, bin, bin + 5).sum();
                double z = (Arrays.stream(counts, bin, bin + 5).sum() - expected) / PoissonDeviance.quantile(0.1 / 2);
                if (expected >= 5) {
                    variances.add((z * z - expected) / (expected * expected));
                }
            }
        }
        Collections.sort(variances);
        int found = variances.size();
        double share = Math.max(0, 0.9 - 2 * Math.sqrt(0.9 * (1 - 0.9) / Math.max(1, found)));
        return found < 20 ? 0 : Math.max(0, variances.get((int) Math.floor(share * (found - 1))));
    }

    private double relativeError(List<int[]> pairs) {
        return Math.sqrt(error.of(Correlograms.histograms(pairs)).getAsDouble());
    }

    private List<int[]> pairs(int level, double planted) {
        List<int[]> pairs = new ArrayList<>();
        for (int pair = 0; pair < 99; pair++) {
            int[] counts = Correlograms.flat(level, random);
            for (int from = 0; from < counts.length; from += 5) {
                int more = (int) Math.round(level * planted * random.nextGaussian());
                for (int bin = from; bin < from + 5; bin++) {
                    counts[bin] = Math.max(0, counts[bin] + more);
                }
            }
            pairs.add(counts);
        }
        return pairs;
    }

    /** Pairs of which only the cumulative histograms are known. */
    private record CountedPairs(List<int[]> counts, boolean areAll) implements DendritePairs {
        @Override
        public NetworkNull network() {
            return NetworkNull.UNKNOWN;
        }

        @Override
        public int size() {
            return counts.size();
        }

        @Override
        public int pre(int index) {
            return index;
        }

        @Override
        public int slot(int index) {
            return index;
        }

        @Override
        public Histogram cumulative(int index) {
            return new Histogram(counts.get(index), 0);
        }

        @Override
        public Histogram newest(int index) {
            return cumulative(index);
        }

        @Override
        public Histogram newestBetween(int index, int other) {
            throw new UnsupportedOperationException("only cumulative histograms are known");
        }

        @Override
        public int newestSpikes(int index) {
            throw new UnsupportedOperationException("only cumulative histograms are known");
        }
    }
}
