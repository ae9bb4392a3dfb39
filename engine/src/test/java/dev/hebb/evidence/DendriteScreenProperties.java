package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The screen may let a histogram pass that holds nothing, but never refuses one that the judge finds significant. */
class DendriteScreenProperties {
    private static final int BINS = 100;

    private final EvidenceJudge judge = new EvidenceJudge(BINS / 2, 1_000, EvidenceConfig.standard());
    private final IndirectPeaks indirect = new IndirectPeaks(
            new HollowGaussian(10, 0.6, BINS), new Flanks(12, 3), new int[] {1, 3, 5, 8}, 5, BINS / 4);

    @Property
    void nothingSignificantIsRefused(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 100_000) double level,
            @ForAll @DoubleRange(min = -20, max = 20) double z,
            @ForAll @IntRange(min = 1, max = 1_000_000) int pairsTested) {
        Random random = new Random(seed);
        int[][] histograms = IntStream.range(0, 2 * DendriteScreen.LANES - 5)
                .mapToObj(i -> histogram(random, level, random.nextInt(2 * BINS), z * random.nextDouble()))
                .toArray(int[][]::new);
        boolean[] might = screen(histograms, pairsTested);
        boolean[] mightBeCandidates = new boolean[histograms.length];
        judge.screenCandidates(Correlograms.histograms(List.of(histograms)), mightBeCandidates);
        for (int i = 0; i < histograms.length; i++) {
            if (judge.judge(new Histogram(histograms[i], 0), pairsTested).significant()) {
                assertThat(might[i]).isTrue();
            }
            if (judge.isCandidate(new Histogram(histograms[i], 0))) {
                assertThat(mightBeCandidates[i]).isTrue();
            }
        }
    }

    /** That of peaks at any lag, by which the pairs of a network's sample are chosen. */
    @Property
    void noPeakAtAnyLagIsRefused(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 100_000) double level,
            @ForAll @DoubleRange(max = 20) double z,
            @ForAll @DoubleRange(min = 2, max = 8) double requiredZ) {
        Random random = new Random(seed);
        int[][] histograms = IntStream.range(0, DendriteScreen.LANES + 5)
                .mapToObj(i -> peakAnywhere(random, level, z * random.nextDouble()))
                .toArray(int[][]::new);
        boolean[] might = indirect.screen(Correlograms.histograms(List.of(histograms)), requiredZ);
        for (int i = 0; i < histograms.length; i++) {
            if (indirect.strongest(new Histogram(histograms[i], 0), requiredZ, 0, 1) != null) {
                assertThat(might[i]).isTrue();
            }
        }
    }

    @Property
    void flatHistogramsAreMostlyRefused(@ForAll long seed, @ForAll @DoubleRange(min = 1, max = 500) double level) {
        Random random = new Random(seed);
        int[][] flat = IntStream.range(0, 100)
                .mapToObj(i -> histogram(random, level, BINS, 0))
                .toArray(int[][]::new);
        boolean[] might = screen(flat, 1_000_000);
        boolean[] mightAnywhere = indirect.screen(Correlograms.histograms(List.of(flat)), 6);
        assertThat(IntStream.range(0, 100).filter(i -> might[i])).hasSizeLessThan(30);
        assertThat(IntStream.range(0, 100).filter(i -> mightAnywhere[i])).hasSizeLessThan(30);
    }

    private boolean[] screen(int[][] histograms, int pairsTested) {
        boolean[] might = new boolean[histograms.length];
        DendriteNull nothing = DendriteNull.unknown(0, OptionalDouble.empty(), TroughNull.UNKNOWN);
        judge.screen(Correlograms.histograms(List.of(histograms)), pairsTested, nothing, might);
        return might;
    }

    /** Counts around a level, with a peak of about a z that may lie at the very edge. */
    private static int[] peakAnywhere(Random random, double level, double z) {
        int width = 1 + random.nextInt(8);
        int at = random.nextInt(BINS - width + 1);
        return IntStream.range(0, BINS)
                .mapToDouble(bin -> level + (bin >= at && bin < at + width ? z * Math.sqrt(level / width) : 0))
                .mapToInt(mean -> (int) Math.max(0, Math.round(mean + Math.sqrt(level) * random.nextGaussian())))
                .toArray();
    }

    /**
     * Counts around a level up to a bin and around a third of it beyond, with a peak or trough of about a z. Some have
     * very many counts in a bin that is far from the others.
     */
    private static int[] histogram(Random random, double level, int step, double z) {
        int[] counts = new int[BINS];
        int at = BINS / 2 - 5 + random.nextInt(30);
        int width = 1 + random.nextInt(12);
        for (int bin = 0; bin < BINS; bin++) {
            double mean = bin < step ? level : level / 3;
            double excess = bin >= at && bin < at + width ? z * Math.sqrt(mean / width) : 0;
            counts[bin] = (int) Math.max(0, Math.round(mean + excess + Math.sqrt(mean) * random.nextGaussian()));
        }
        if (random.nextInt(8) == 0) {
            counts[BINS / 4 - random.nextInt(5)] = 2_000_000_000; // floats have no counts of so many
        }
        return counts;
    }
}
