package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HollowGaussianTest {
    private static final int BINS = 100;

    private final double[] chance = new double[BINS];

    @Test
    void aFlatHistogramIsItsOwnBaseline() {
        // Given
        int[] counts = new int[BINS];
        Arrays.fill(counts, 17);
        // When
        new HollowGaussian(10, 0.6, BINS).smooth(new Histogram(counts, 0), 0, BINS, chance);
        // Then
        assertThat(chance).containsOnly(new double[] {17}, within(1e-12));
    }

    @Test
    void aPeakDoesNotExplainItself() {
        // Given
        int[] counts = new int[BINS];
        counts[60] = 1000;
        // When
        new HollowGaussian(5, 1, BINS).smooth(new Histogram(counts, 0), 0, BINS, chance);
        // Then
        assertThat(chance[60]).isZero();
        assertThat(chance[61]).isGreaterThan(50);
        assertThat(chance[59]).isEqualTo(chance[61]);
    }

    /** The definition, term by term. */
    @Test
    void itIsTheConvolutionWithMirroredEdges() {
        // Given
        Random random = new Random(3);
        int[] counts = random.ints(BINS, 0, 50).toArray();
        double sd = 7.5;
        // When
        new HollowGaussian(sd, 0.6, BINS).smooth(new Histogram(counts, 0), 0, BINS, chance);
        // Then
        for (int bin = 0; bin < BINS; bin++) {
            double sum = 0;
            double norm = 0;
            for (int d = -23; d <= 23; d++) {
                int at = bin + d;
                int mirrored = at < 0 ? -1 - at : at >= BINS ? 2 * BINS - 1 - at : at;
                double weight = Math.exp(-d * d / (2 * sd * sd)) * (d == 0 ? 0.4 : 1);
                sum += weight * counts[mirrored];
                norm += weight;
            }
            assertThat(chance[bin]).isCloseTo(sum / norm, within(1e-9));
        }
    }

    @Test
    void onlyTheBinsAskedForAreWritten() {
        // Given
        Arrays.fill(chance, -1);
        // When
        new HollowGaussian(10, 0.6, BINS).smooth(new Histogram(new int[BINS], 0), 50, 75, chance);
        // Then
        assertThat(chance[49]).isEqualTo(-1);
        assertThat(chance[50]).isZero();
        assertThat(chance[74]).isZero();
        assertThat(chance[75]).isEqualTo(-1);
    }
}
