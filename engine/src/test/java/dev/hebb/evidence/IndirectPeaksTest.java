package dev.hebb.evidence;

import static dev.hebb.evidence.Correlograms.flat;
import static dev.hebb.evidence.Correlograms.histogram;
import static dev.hebb.evidence.Correlograms.histograms;
import static dev.hebb.evidence.Correlograms.withPeak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndirectPeaksTest {
    private static final double REQUIRED_Z = 6;
    private static final int[] WIDTHS = {1, 3, 5, 8};
    private static final int LONGEST = 25;
    private static final long PAIRS = 9_900;

    private final HollowGaussian baseline = new HollowGaussian(10, 0.6, 2 * Correlograms.LAG_BINS);
    private final IndirectPeaks indirect = new IndirectPeaks(baseline, new Flanks(12, 3), WIDTHS, 5, LONGEST);
    private final Random random = new Random(3);

    @Test
    void chanceMakesNone() {
        for (int pair = 0; pair < 300; pair++) {
            assertThat(count(flat(20, random))).isZero();
        }
    }

    @Test
    void peaksAtTheLagsOfSynapsesAreNotCounted() {
        // Given, When, Then: in either direction
        for (int lag = 1; lag + 3 <= LONGEST; lag++) {
            assertThat(count(withPeak(flat(20, random), lag, 3, 30)))
                    .as("lag %d", lag)
                    .isZero();
            assertThat(count(withPeak(flat(20, random), -lag - 3, 3, 30)))
                    .as("lag -%d", lag)
                    .isZero();
        }
    }

    @Test
    void longerLagsAndZeroAreCounted() {
        assertThat(count(withPeak(flat(20, random), 30, 3, 30))).isEqualTo(1);
        assertThat(count(withPeak(flat(20, random), -33, 3, 30))).isEqualTo(1);
        assertThat(count(withPeak(flat(20, random), -2, 4, 30))).isEqualTo(1);
        int[] all = withPeak(withPeak(withPeak(flat(20, random), 30, 3, 40), -33, 3, 40), -2, 4, 40);
        assertThat(count(all)).isEqualTo(3);
    }

    @Test
    void theErrorOfTheBaselineCountsHereToo() {
        // Given
        int[] peaked = withPeak(flat(60, random), 32, 5, 36);
        // When, Then
        assertThat(indirect.of(histograms(List.of(peaked)), REQUIRED_Z, 0).peaks())
                .isEqualTo(1);
        assertThat(indirect.of(histograms(List.of(peaked)), REQUIRED_Z, 0.2 * 0.2))
                .isEqualTo(IndirectDrive.NONE);
    }

    /**
     * Rates drop out: where both neurons fire twice as often, the same effect needs twice the spike pairs beyond
     * chance.
     */
    @Test
    void anEffectComparesPairsOfDifferentRates() {
        // Given
        int[] slow = withPeak(flat(20, random), 32, 3, 40);
        int[] fast = withPeak(flat(80, random), 32, 3, 80);
        // When
        double ofSlow = indirect.of(histograms(List.of(slow)), REQUIRED_Z, 0).meanEffect();
        double ofFast = indirect.of(histograms(List.of(fast)), REQUIRED_Z, 0).meanEffect();
        // Then
        assertThat(ofSlow).isCloseTo(3 * 40 / Math.sqrt(20), within(5.0));
        assertThat(ofFast).isCloseTo(3 * 80 / Math.sqrt(80), within(5.0));
    }

    /** The same peak of a small lift is a synapse in a dendrite of its own, and none among many indirect ones. */
    @Test
    void aDendriteWithManyNeedsALargerLift() {
        // Given
        EvidenceJudge judge = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, EvidenceConfig.standard());
        int[] peaked = withPeak(flat(60, random), 10, 5, 48);
        List<int[]> quiet = new ArrayList<>();
        List<int[]> indirectPairs = new ArrayList<>();
        quiet.add(peaked);
        indirectPairs.add(peaked);
        for (int pair = 0; pair < 12; pair++) {
            int[] flat = flat(60, random);
            quiet.add(flat);
            indirectPairs.add(withPeak(flat, 32, 5, 48));
        }

        // When
        Evidence alone = judge.judge(histogram(peaked), PAIRS, learn(judge, quiet));
        Evidence among = judge.judge(histogram(peaked), PAIRS, learn(judge, indirectPairs));

        // Then
        assertThat(alone.connected()).isTrue();
        assertThat(among.connected()).isFalse();
        assertThat(among.significant()).isTrue();
        Collections.shuffle(indirectPairs, random);
        assertThat(judge.judge(histogram(peaked), PAIRS, learn(judge, indirectPairs)))
                .isEqualTo(among);
    }

    private static DendriteNull learn(EvidenceJudge judge, List<int[]> pairs) {
        return judge.learn(histograms(pairs), NetworkNull.UNKNOWN, 1);
    }

    private int count(int[] counts) {
        return indirect.of(histograms(List.of(counts)), REQUIRED_Z, 0).peaks();
    }
}
