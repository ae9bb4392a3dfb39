package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The screen may let a histogram pass that holds nothing, but never refuses one that the full judgement would take. */
class PeakScreenProperties {
    private static final int BINS = 100;
    private static final int[] WIDTHS = {1, 3, 5};

    @Property
    void chanceIsNeverOverestimated(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 300) double level,
            @ForAll @IntRange(max = 75) int from,
            @ForAll @DoubleRange(min = 0, max = 200) double peak,
            @ForAll @DoubleRange(min = 2, max = 8) double z) {
        Histogram histogram = new Histogram(histogram(new Random(seed), level, peak), 0);
        HollowGaussian gaussian = new HollowGaussian(10, 0.6, BINS);
        double[] chance = new double[BINS];
        gaussian.smooth(histogram, from, from + 25, chance);
        if (holds(histogram.counts(), chance, from, z)) {
            assertThat(gaussian.screen().mightHold(histogram, from, from + 25, WIDTHS, z, 5))
                    .isTrue();
        }
    }

    @Property
    void flatHistogramsAreMostlyRefused(@ForAll long seed) {
        Random random = new Random(seed);
        HollowGaussian gaussian = new HollowGaussian(10, 0.6, BINS);
        PeakScreen screen = gaussian.screen();
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            Histogram flat = new Histogram(histogram(random, 7.5, 0), 0);
            passed += screen.mightHold(flat, 50, 75, WIDTHS, 6, 5) ? 1 : 0;
        }
        assertThat(passed).isLessThan(10);
    }

    private static boolean holds(int[] counts, double[] chance, int from, double z) {
        for (int width : WIDTHS) {
            for (int bin = from; bin + width <= from + 25; bin++) {
                double observed = 0;
                double expected = 0;
                for (int i = bin; i < bin + width; i++) {
                    observed += counts[i];
                    expected += chance[i];
                }
                if (observed - expected >= 5 && PoissonDeviance.z(observed, expected) >= z) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int[] histogram(Random random, double level, double peak) {
        int[] counts = new int[BINS];
        int at = random.nextInt(BINS);
        for (int bin = 0; bin < BINS; bin++) {
            double mean = level + peak * Math.exp(-0.5 * (bin - at) * (bin - at));
            counts[bin] = (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        return counts;
    }
}
