package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroughNullTest {
    private static final double CLEAR = 1e-5;

    private final Random random = new Random(11);

    /** Benjamini & Hochberg 1995, table 1: of 15 hypotheses, 4 are rejected at 0.05, as many as up to 0.0133. */
    @Test
    void theirOwnExample() {
        // Given
        double[] chances = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000
        };
        List<SampleTrough> troughs = new ArrayList<>();
        for (double chance : chances) {
            troughs.add(trough(chance, 0.5));
        }
        // When
        TroughNull learned = TroughNull.of(sample(troughs, chances.length), CLEAR, 0.05);
        // Then
        assertThat(learned.level()).isCloseTo(4 * 0.05 / 15, within(1e-12));
        assertThat(troughs.stream().filter(learned::holds)).hasSize(4);
    }

    @Test
    void fewTroughsMustBeClear() {
        assertThat(TroughNull.of(sample(List.of(), 2_256), CLEAR, 0.05).level()).isEqualTo(CLEAR);
        assertThat(TroughNull.of(sample(List.of(trough(1e-4, 0.5)), 2_256), CLEAR, 0.05)
                        .level())
                .isEqualTo(CLEAR);
    }

    /** Of 2,256 pairs, 100 are synapses whose troughs are far from chance. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.2})
    void asManyAreChanceAsWereAsked(double rate) {
        // Given
        int networks = 1_000;
        double share = 0;
        for (int network = 0; network < networks; network++) {
            List<SampleTrough> byChance = new ArrayList<>();
            for (int pair = 0; pair < 2_156; pair++) {
                byChance.add(trough(random.nextDouble(), 0.5));
            }
            List<SampleTrough> all = new ArrayList<>(byChance);
            all.addAll(Collections.nCopies(100, trough(1e-12, 0.5)));
            // When
            TroughNull learned = TroughNull.of(sample(all, all.size()), CLEAR, rate);
            double wrong = byChance.stream().filter(learned::holds).count();
            share += wrong / (wrong + 100) / networks;
        }
        // Then
        assertThat(share).isCloseTo(rate * 2_156 / 2_256, within(0.2 * rate));
    }

    /** What is shallow is no synapse, and does not make others likely either. */
    @Test
    void shallowTroughsDoNotCount() {
        // Given: a clear one of half of the chance level, and many of a tenth
        List<SampleTrough> troughs = new ArrayList<>();
        troughs.add(trough(1e-12, 0.5));
        troughs.addAll(Collections.nCopies(50, trough(1e-4, 0.1)));
        // When
        TroughNull learned = TroughNull.of(sample(troughs, 1_000), CLEAR, 0.05);
        // Then
        assertThat(learned.leastDepth()).isCloseTo(0.2, within(1e-12));
        assertThat(learned.level()).isCloseTo(0.05 / 1_000, within(1e-12));
    }

    /** A rhythm of which fewer troughs show at a rate of 0.01 is no weaker. */
    @Test
    void aRhythmIsLookedForAtALowRateToo() {
        // Given: troughs at any lag, which are not significant at 0.01 but for three
        List<SampleTrough> near = new ArrayList<>(Collections.nCopies(300, trough(0.003, 0.5)));
        near.addAll(Collections.nCopies(3, trough(1e-12, 0.5)));
        List<SampleTrough> beyond = Collections.nCopies(100, trough(0.003, 0.5));
        TroughSample sample = new TroughSample(near, beyond, List.of(), 2_256);

        // When
        TroughNull learned = TroughNull.of(sample, CLEAR, 0.01);

        // Then
        assertThat(learned.level()).isLessThan(0.003);
        assertThat(learned.leastStrength()).isGreaterThan(5);
        assertThat(learned.scaled(2).leastStrength()).isEqualTo(2 * learned.leastStrength());
        assertThat(near.stream().filter(learned::holds)).isEmpty();
    }

    /** What is shallow shows no rhythm. */
    @Test
    void shallowTroughsBeyondDoNotCount() {
        List<SampleTrough> near = Collections.nCopies(50, trough(1e-12, 0.5));
        List<SampleTrough> beyond = Collections.nCopies(100, trough(1e-12, 0.1));

        assertThat(TroughNull.of(new TroughSample(near, beyond, beyond, 2_256), CLEAR, 0.05)
                        .leastStrength())
                .isZero();
    }

    @Test
    void theOrderDoesNotMatter() {
        // Given
        List<SampleTrough> troughs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            troughs.add(trough(Math.pow(10, -6 * random.nextDouble()), random.nextDouble()));
        }
        TroughNull learned = TroughNull.of(sample(troughs, 2_256), CLEAR, 0.05);
        // When, Then
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(troughs, random);
            assertThat(TroughNull.of(sample(troughs, 2_256), CLEAR, 0.05)).isEqualTo(learned);
        }
    }

    private static TroughSample sample(List<SampleTrough> near, int pairs) {
        return new TroughSample(near, List.of(), List.of(), pairs);
    }

    private static SampleTrough trough(double chance, double depth) {
        return new SampleTrough(0, -5, 5, chance, new TroughDepth(depth, 25));
    }
}
