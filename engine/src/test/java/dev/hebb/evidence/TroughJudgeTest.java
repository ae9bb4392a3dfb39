package dev.hebb.evidence;

import static dev.hebb.evidence.Correlograms.flat;
import static dev.hebb.evidence.Correlograms.histogram;
import static dev.hebb.evidence.Correlograms.withPeak;
import static dev.hebb.evidence.Correlograms.withTrough;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TroughJudgeTest {
    private static final long PAIRS = 9_900;

    private final EvidenceJudge judge = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, EvidenceConfig.standard());
    private final Random random = new Random(1);

    @Test
    void aCausalTroughIsInhibition() {
        // Given: for 10 ms from a lag of 4 ms, a fifth of what chance would make
        int[] counts = withTrough(flat(60, random), 4, 10, 0.8, random);
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.verdict()).isEqualTo(Verdict.CONNECTED);
        assertThat(evidence.inhibitory()).isTrue();
        assertThat(evidence.lagBin()).isCloseTo(4, within(2));
        assertThat(evidence.widthBins()).isIn(8, 12);
        assertThat(evidence.excess()).isLessThan(-200);
        assertThat(evidence.p()).isLessThan(1e-9);
    }

    @Test
    void anAntiCausalTroughIsTheOtherDirectionsAndNoPeakEither() {
        // Given: beside it the baseline is too low
        int[] counts = withTrough(flat(150, random), -11, 10, 0.9, random);
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.connected()).isFalse();
    }

    @Test
    void besideAStrongPeakThereIsNoInhibition() {
        for (int lag : new int[] {-8, -3, 3, 12}) {
            // Given
            int[] counts = withPeak(flat(150, random), lag, 2, 4_000);
            // When
            Evidence evidence = judge.judge(histogram(counts), PAIRS);
            // Then
            assertThat(evidence.inhibitory()).as("peak at %d ms", lag).isFalse();
        }
    }

    @Test
    void betweenTwoPeaksThereIsNoInhibition() {
        // Given: each drives the other
        int[] counts = withPeak(withPeak(flat(150, random), -9, 1, 2_000), 20, 2, 190);
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.connected() && evidence.inhibitory()).isFalse();
    }

    @Test
    void whatASorterMissesAroundZeroLagIsNoInhibition() {
        for (int censored = 1; censored <= 4; censored++) {
            // Given
            int[] counts = withTrough(flat(200, random), -censored, 2 * censored, 1, random);
            // When
            Evidence evidence = judge.judge(histogram(counts), PAIRS);
            // Then
            assertThat(evidence.connected()).as("%d ms on both sides", censored).isFalse();
        }
    }

    @Test
    void aPeakBesideACensoredZeroLagIsStillFound() {
        // Given
        int[] counts = withPeak(withTrough(flat(200, random), -2, 4, 1, random), 3, 1, 200);
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.connected()).isTrue();
        assertThat(evidence.inhibitory()).isFalse();
        assertThat(evidence.lagBin()).isEqualTo(3);
    }

    @Test
    void theSlopeOfABurstIsNoInhibition() {
        // Given: a burst that one of the two joins 15 ms later, so that its correlogram leans
        int[] counts = new int[2 * Correlograms.LAG_BINS];
        for (int bin = 0; bin < counts.length; bin++) {
            double lag = Math.abs(bin - Correlograms.LAG_BINS + 15);
            counts[bin] = Correlograms.poisson(50 + 12 * Math.max(0, 40 - lag), random);
        }
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.connected()).isFalse();
    }

    /** The post-synaptic neuron drives the other one, and is silent for a while after the spike by which it does. */
    @Test
    void aTroughIsNoInhibitionBesideAStrongerPeakOfTheOtherDirection() {
        // Given
        int[] sunk = withTrough(flat(150, random), 1, 8, 0.4, random);
        int[] driven = withPeak(sunk, -9, 2, 400);
        int[] weaklyDriven = withPeak(sunk, -9, 2, 60);
        // When, Then
        assertThat(isInhibition(sunk)).isTrue();
        assertThat(isInhibition(weaklyDriven)).isTrue();
        assertThat(isInhibition(driven)).isFalse();
    }

    @Test
    void aTroughIsNoInhibitionBesideAStrongerPeakNearIt() {
        // Given
        int[] sunk = withTrough(flat(150, random), 5, 8, 0.4, random);
        // When, Then
        for (int lag : new int[] {-14, -9, 19, 28}) {
            assertThat(isInhibition(withPeak(sunk, lag, 3, 300)))
                    .as("peak at %d ms", lag)
                    .isFalse();
        }
    }

    /** The chance level of the trough holds hardly anything of them. */
    @Test
    void peaksFurtherAwayDoNotHideInhibition() {
        // Given
        int[] sunk = withTrough(flat(150, random), 5, 8, 0.4, random);
        // When, Then
        for (int lag : new int[] {-45, -30, -20, 40, 46}) {
            assertThat(isInhibition(withPeak(sunk, lag, 3, 300)))
                    .as("peak at %d ms", lag)
                    .isTrue();
        }
    }

    private boolean isInhibition(int[] counts) {
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        return evidence.connected() && evidence.inhibitory();
    }

    @Test
    void tooFewSpikesShowNoTrough() {
        // Given: even no pair at all for 10 ms would not be far from chance
        int[] counts = withTrough(flat(1, random), 4, 10, 1, random);
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.significant()).isFalse();
    }

    @Test
    void troughsNeedNotBeLookedFor() {
        // Given
        EvidenceConfig none = EvidenceConfig.standard().with(new TroughConfig(List.of(), 12, 0.5));
        int[] counts = withTrough(flat(60, random), 4, 10, 0.8, random);
        // When
        Evidence evidence = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, none).judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.inhibitory()).isFalse();
    }

    @Test
    void flanksBeyondTheBaselineAreRefused() {
        EvidenceConfig far = EvidenceConfig.standard().with(new TroughConfig(List.of(5), 31, 0.5));
        assertThatThrownBy(() -> new EvidenceJudge(Correlograms.LAG_BINS, 1_000, far))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flankBins is 31, more than the 30 bins");
    }
}
