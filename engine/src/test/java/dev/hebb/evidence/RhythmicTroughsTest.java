package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Strengths are made up: what a rhythm makes is around 5 standard deviations, what synapses make above 12. */
class RhythmicTroughsTest {
    private static final int PAIRS = 2_256;
    private static final double RATE = 0.05;
    private static final double[] NONE = {};

    private final Random random = new Random(3);

    @Test
    void withoutTroughsThatNoSynapseMakesNothingIsAsked() {
        assertThat(RhythmicTroughs.leastStrength(synapses(20), NONE, NONE, PAIRS, RATE))
                .isZero();
        assertThat(RhythmicTroughs.leastStrength(NONE, NONE, NONE, PAIRS, RATE)).isZero();
    }

    @Test
    void whatANetworkWithInhibitionMayHaveIsLetPass() {
        assertThat(RhythmicTroughs.leastStrength(synapses(2), rhythm(2), rhythm(20), PAIRS, RATE))
                .isZero();
        assertThat(RhythmicTroughs.leastStrength(synapses(2), rhythm(3), NONE, PAIRS, RATE))
                .isGreaterThan(4);
    }

    @Test
    void whereARhythmMakesTroughsAtAnyLagNoneOfThemHolds() {
        // Given
        double[] beyond = rhythm(300);

        // When
        double least = RhythmicTroughs.leastStrength(rhythm(900), beyond, NONE, PAIRS, RATE);

        // Then
        assertThat(least).isGreaterThan(beyond[beyond.length - 1]);
    }

    @Test
    void whereTheyHaveMirrorImagesNoneOfThemHolds() {
        // Given
        double[] mirrored = rhythm(900);

        // When
        double least = RhythmicTroughs.leastStrength(rhythm(200), NONE, mirrored, PAIRS, RATE);

        // Then
        assertThat(least).isGreaterThan(mirrored[mirrored.length - 1]);
    }

    @Test
    void theTroughsOfSynapsesHoldBesideThoseOfARhythm() {
        // Given
        double[] near = DoubleStream.concat(DoubleStream.of(rhythm(900)), DoubleStream.of(synapses(100)))
                .sorted()
                .toArray();

        // When
        double least = RhythmicTroughs.leastStrength(near, rhythm(300), rhythm(1_000), PAIRS, RATE);

        // Then: at most one in twenty is a rhythm's
        assertThat(DoubleStream.of(near).filter(strength -> strength >= least)).hasSizeBetween(100, 105);
    }

    private double[] rhythm(int size) {
        return random.doubles(size, 4, 6).sorted().toArray();
    }

    private double[] synapses(int size) {
        return random.doubles(size, 12, 20).sorted().toArray();
    }
}
