package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The screen may let a histogram pass that holds nothing, but never refuses one that the full judgement would take. */
class TroughScreenProperties {
    private static final int BINS = 100;
    private static final int FLANK = 12;
    private static final int[] WIDTHS = {5, 8, 12};

    @Property
    void noTroughIsRefused(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 300) double level,
            @ForAll @IntRange(max = 75) int from,
            @ForAll @DoubleRange(min = 0, max = 1) double depth,
            @ForAll @DoubleRange(min = 2, max = 8) double z) {
        Random random = new Random(seed);
        int[] counts = Correlograms.withTrough(
                Correlograms.flat(level, random), random.nextInt(80) - 50, random.nextInt(20), depth, random);
        RunningTotals totals = new RunningTotals(30, BINS);
        totals.addUp(new Histogram(counts, 0), from, from + 25);
        TroughScreen screen = new TroughScreen(WIDTHS, FLANK);
        if (holds(totals, screen, from, z)) {
            assertThat(screen.mightHold(totals, from, from + 25, z)).isTrue();
        }
    }

    @Property(tries = 200)
    void flatHistogramsAreMostlyRefused(@ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 100) double level) {
        Random random = new Random(seed);
        TroughScreen screen = new TroughScreen(WIDTHS, FLANK);
        RunningTotals totals = new RunningTotals(30, BINS);
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            totals.addUp(new Histogram(Correlograms.flat(level, random), 0), 50, 75);
            passed += screen.mightHold(totals, 50, 75, 5.2) ? 1 : 0;
        }
        assertThat(passed).isLessThan(10);
    }

    @Property
    void totalsAreSumsOfTheHistogramAndItsMirroredEdges(
            @ForAll long seed, @ForAll @IntRange(max = 75) int from, @ForAll @IntRange(min = 1, max = 25) int width) {
        int[] counts = Correlograms.flat(7, new Random(seed));
        RunningTotals totals = new RunningTotals(30, BINS);
        totals.addUp(new Histogram(counts, 0), from, from + 25);
        for (int bin = from - 30; bin + width <= from + 55; bin++) {
            long sum = 0;
            for (int b = bin; b < bin + width; b++) {
                sum += counts[b < 0 ? -1 - b : b >= BINS ? 2 * BINS - 1 - b : b];
            }
            assertThat(totals.sum(bin, width)).isEqualTo(sum);
        }
    }

    private static boolean holds(RunningTotals totals, TroughScreen screen, int from, double z) {
        for (int width : WIDTHS) {
            for (int bin = from; bin + width <= from + 25; bin++) {
                if (PoissonDeviance.z(totals.sum(bin, width), screen.chance(totals, bin, width)) <= -z) {
                    return true;
                }
            }
        }
        return false;
    }
}
