package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A sorter that misses one of two spikes at once makes troughs around zero lag, which are no rhythm's. */
class SorterTest {
    private static final int BINS = 50;
    private static final int NEURONS = 48;
    private static final int COUNTS_A_BIN = 150;
    private static final int UNITS_OF_AN_ELECTRODE = 4;
    private static final long HOUR_MICROS = 3_600_000_000L;

    private final Random random = new Random(8);

    @Test
    void inhibitionIsFoundBesideTheUnitsOfElectrodes() {
        // Given: dead times of 2 ms, and five neurons that inhibit by three tenths, 2 to 9 ms later
        List<Histogram> histograms = new ArrayList<>();
        List<SlotPair> pairs = new ArrayList<>();
        for (int pre = 0; pre < NEURONS; pre++) {
            for (int post = 0; post < NEURONS; post++) {
                if (pre != post) {
                    pairs.add(new SlotPair(pre, post));
                    histograms.add(histogram(pre, post));
                }
            }
        }
        PairSample sample = new PairSample(new Histograms(histograms.size(), histograms::get), pairs::get);

        // When
        TroughNull learned = new EvidenceJudge(BINS, 1_000, EvidenceConfig.standard())
                .learnNetwork(sample, pairs.size(), HOUR_MICROS)
                .troughs();

        // Then
        assertThat(learned.leastStrength()).isZero();
        assertThat(learned.leastDepth()).isPositive();
    }

    private Histogram histogram(int pre, int post) {
        boolean sameElectrode = pre / UNITS_OF_AN_ELECTRODE == post / UNITS_OF_AN_ELECTRODE;
        int[] counts = new int[2 * BINS];
        for (int bin = 0; bin < counts.length; bin++) {
            int lag = bin - BINS;
            boolean missed = sameElectrode && lag >= -2 && lag < 2;
            boolean inhibited = isDip(pre, post, lag) || isDip(post, pre, -1 - lag);
            double mean = missed ? 0 : inhibited ? 0.7 * COUNTS_A_BIN : COUNTS_A_BIN;
            counts[bin] = (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        return new Histogram(counts, 0);
    }

    private static boolean isDip(int pre, int post, int lag) {
        return lag >= 2 && lag < 9 && inhibits(pre, post);
    }

    /** Each of five neurons inhibits ten others, of other electrodes. */
    private static boolean inhibits(int pre, int post) {
        return pre % 10 == 0 && post % 4 == 3 && pre / UNITS_OF_AN_ELECTRODE != post / UNITS_OF_AN_ELECTRODE;
    }
}
