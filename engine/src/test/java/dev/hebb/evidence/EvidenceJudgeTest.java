package dev.hebb.evidence;

import static dev.hebb.evidence.Correlograms.flat;
import static dev.hebb.evidence.Correlograms.histogram;
import static dev.hebb.evidence.Correlograms.withPeak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceJudgeTest {
    private static final long PAIRS = 9_900;

    private final EvidenceJudge judge = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, EvidenceConfig.standard());
    private final Random random = new Random(1);

    @Test
    void aCausalPeakIsFoundWhereItIs() {
        // Given
        int[] counts = withPeak(flat(20, random), 7, 3, 30);
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.verdict()).isEqualTo(Verdict.CONNECTED);
        assertThat(evidence.lagBin()).isEqualTo(7);
        assertThat(evidence.widthBins()).isEqualTo(3);
        assertThat(evidence.excess()).isCloseTo(90, within(25.0));
        assertThat(evidence.p()).isLessThan(1e-9);
    }

    @Test
    void anAntiCausalPeakIsTheOtherDirectionsPeak() {
        // Given
        int[] counts = withPeak(flat(20, random), -8, 3, 30);
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.significant()).isFalse();
        assertThat(evidence.verdict()).isEqualTo(Verdict.NOT_CONNECTED);
    }

    @Test
    void aPeakAroundZeroLagIsACommonDrive() {
        // Given
        int[] counts = withPeak(flat(20, random), -3, 6, 40);
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.significant()).isTrue();
        assertThat(evidence.verdict()).isEqualTo(Verdict.NOT_CONNECTED);
        assertThat(evidence.mirroredShare()).isGreaterThan(0.7);
    }

    /** The memory and the time of a large network go to its candidates, nearly all of which are chance. */
    @ParameterizedTest
    @ValueSource(doubles = {2, 5, 11, 30, 100})
    void chanceMakesOnePairInTwentyACandidateAtMost(double countsPerBin) {
        long candidates = IntStream.range(0, 5_000)
                .filter(pair -> judge.isCandidate(histogram(flat(countsPerBin, random))))
                .count();
        assertThat(candidates).isBetween(100L, 250L);
    }

    @Test
    void anErrorOfTheChanceLevelMakesNoSynapseHoweverMuchIsCounted() {
        EvidenceJudge withError = judgeWithError(0.1);
        for (int level = 100; level <= 1_000_000; level *= 10) {
            // Given a fifth more than chance, as a burst leaves it beside the baseline
            int[] counts = new int[2 * Correlograms.LAG_BINS];
            Arrays.fill(counts, level);
            // When
            Evidence evidence = withError.judge(histogram(withPeak(counts, 8, 5, level / 5)), PAIRS);
            // Then
            assertThat(evidence.connected()).as("%d counts a bin", level).isFalse();
        }
    }

    @Test
    void aPeakThatExceedsAnErrorOfTheChanceLevelIsFoundHoweverMuchIsCounted() {
        EvidenceJudge withError = judgeWithError(0.1);
        for (int level = 100; level <= 1_000_000; level *= 10) {
            // Given
            int[] counts = new int[2 * Correlograms.LAG_BINS];
            Arrays.fill(counts, level);
            // When
            Evidence evidence = withError.judge(histogram(withPeak(counts, 8, 3, 2 * level)), PAIRS);
            // Then
            assertThat(evidence.connected()).as("%d counts a bin", level).isTrue();
        }
    }

    @Test
    void twoNeuronsThatDriveEachOtherAreConnectedBothWays() {
        // Given
        int[] counts = withPeak(withPeak(flat(20, random), 9, 2, 40), -11, 2, 40);
        int[] reversed = new int[counts.length];
        Arrays.setAll(reversed, bin -> counts[counts.length - 1 - bin]);
        // When
        Evidence there = judge.judge(histogram(counts), PAIRS);
        Evidence back = judge.judge(histogram(reversed), PAIRS);
        // Then
        assertThat(there.verdict()).isEqualTo(Verdict.CONNECTED);
        assertThat(back.verdict()).isEqualTo(Verdict.CONNECTED);
    }

    @Test
    void twoNeuronsThatDriveEachOtherQuicklyAreConnectedBothWaysToo() {
        // Given: peaks at 2 ms either way, and none between them
        int[] counts = withPeak(withPeak(flat(50, random), 2, 1, 500), -3, 1, 700);
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.verdict()).isEqualTo(Verdict.CONNECTED);
        assertThat(evidence.lagBin()).isEqualTo(2);
        assertThat(evidence.mirroredShare()).isZero();
    }

    @Test
    void aCommonDriveOfWhichTheSorterMissesTheMiddleIsNoSynapse() {
        // Given
        int[] counts = withPeak(flat(50, random), -4, 8, 150);
        Arrays.fill(counts, Correlograms.LAG_BINS - 1, Correlograms.LAG_BINS + 1, 0);
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.verdict()).isEqualTo(Verdict.NOT_CONNECTED);
    }

    @Test
    void aBroadBurstIsTheBaselineAndNoPeak() {
        // Given
        int[] counts = new int[2 * Correlograms.LAG_BINS];
        for (int bin = 0; bin < counts.length; bin++) {
            double lag = bin - Correlograms.LAG_BINS + 0.5;
            counts[bin] = Correlograms.poisson(20 + 200 * Math.exp(-0.5 * lag * lag / (30 * 30)), random);
        }
        // When
        Evidence evidence = judge.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence.significant()).isFalse();
    }

    @Test
    void silenceIsUndecided() {
        // When
        Evidence evidence = judge.judge(histogram(flat(0.05, random)), PAIRS);
        // Then
        assertThat(evidence).isSameAs(Evidence.NONE);
    }

    @Test
    void theMorePairsAreTestedTheMoreIsAsked() {
        // Given
        int[] counts = withPeak(new int[2 * Correlograms.LAG_BINS], 7, 1, 22);
        Arrays.setAll(counts, bin -> counts[bin] + 8);
        // When
        Evidence amongFew = judge.judge(histogram(counts), 2);
        Evidence amongMany = judge.judge(histogram(counts), 100_000_000);
        // Then
        assertThat(amongFew.significant()).isTrue();
        assertThat(amongMany.significant()).isFalse();
    }

    @Test
    void independentPairsAreHardlyEverFoundSignificant() {
        // When
        int found = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            if (judge.judge(histogram(flat(random.nextInt(60), random)), PAIRS).significant()) {
                found++;
            }
        }
        // Then: alpha bounds the mean number per look at 0.1
        assertThat(found).isLessThanOrEqualTo(1);
    }

    @Test
    void theHistogramMayLieAnywhereInItsArray() {
        // Given
        int[] counts = withPeak(flat(20, random), 7, 3, 30);
        int[] row = new int[5 * counts.length];
        Arrays.fill(row, 1_000_000);
        System.arraycopy(counts, 0, row, 3 * counts.length, counts.length);
        // When
        Evidence evidence = judge.judge(new Histogram(row, 3 * counts.length), PAIRS);
        // Then
        assertThat(evidence).isEqualTo(judge.judge(histogram(counts), PAIRS));
    }

    @Test
    void scalingTimeAndItsParametersChangesNothing() {
        // Given
        EvidenceConfig c = EvidenceConfig.standard();
        PeakConfig p = c.peaks();
        MirrorConfig m = c.mirror();
        EvidenceConfig scaled = new EvidenceConfig(
                new BaselineConfig(
                        7 * c.baseline().smoothingSdMicros(),
                        c.baseline().hollowFraction(),
                        c.baseline().relativeError(),
                        c.baseline().learnRelativeError()),
                new PeakConfig(
                        p.widthsBins(),
                        7 * p.causalFromMicros(),
                        7 * p.causalToMicros(),
                        p.alpha(),
                        p.minimumExcess(),
                        p.minimumChance(),
                        p.flankZ()),
                new MirrorConfig(7 * m.centralMicros(), m.mirrorShare(), m.mirrorZ(), m.valleyZ()),
                c.repetition(),
                c.explanation(),
                7 * c.halfLifeMicros(),
                c.troughs(),
                c.falseDiscoveryRate());
        EvidenceJudge slow = new EvidenceJudge(Correlograms.LAG_BINS, 7_000, scaled);
        int[] counts = withPeak(flat(20, random), 7, 3, 30);
        // When
        Evidence evidence = slow.judge(histogram(counts), PAIRS);
        // Then
        assertThat(evidence).isEqualTo(judge.judge(histogram(counts), PAIRS));
    }

    @Test
    void causalLagsBeyondTheHistogramAreRefused() {
        // Given
        EvidenceConfig c = EvidenceConfig.standard();
        EvidenceConfig far = new EvidenceConfig(
                c.baseline(),
                new PeakConfig(List.of(8), 45_000, 60_000, 0.1, 5, 5, 3),
                c.mirror(),
                c.repetition(),
                c.explanation(),
                c.halfLifeMicros(),
                c.troughs(),
                c.falseDiscoveryRate());
        // When, Then
        assertThatThrownBy(() -> new EvidenceJudge(50, 1_000, far))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no peak fits between causalFromMicros 45000 and causalToMicros 60000");
    }

    private static EvidenceJudge judgeWithError(double relativeError) {
        EvidenceConfig c = EvidenceConfig.standard();
        BaselineConfig b = c.baseline();
        return new EvidenceJudge(
                Correlograms.LAG_BINS,
                1_000,
                new EvidenceConfig(
                        new BaselineConfig(b.smoothingSdMicros(), b.hollowFraction(), relativeError, false),
                        c.peaks(),
                        c.mirror(),
                        c.repetition(),
                        c.explanation(),
                        c.halfLifeMicros(),
                        c.troughs(),
                        c.falseDiscoveryRate()));
    }
}
