package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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

    private double relativeError(List<int[]> pairs) {
        return Math.sqrt(error.of(pairs.size(), index -> new Histogram(pairs.get(index), 0))
                .getAsDouble());
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
