package dev.hebb.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStepsTest {
    private static final long HOUR_MICROS = 3_600_000_000L;

    private final Random random = new Random(1);

    /** Poisson spikes of 100 neurons at 5 Hz, rounded down as a binned recording has them. */
    private Optional<TimeStep> stepOf(double step, int spikes) {
        TimeSteps steps = new TimeSteps();
        Arrays.stream(random.longs(spikes, 0, HOUR_MICROS).sorted().toArray())
                .map(time -> (long) (Math.floor(time / step) * step))
                .forEach(steps::add);
        return steps.find();
    }

    @ParameterizedTest
    @ValueSource(doubles = {33.3, 50, 100, 500, 700, 1_000, 2_000, 3_333.3, 10_000, 33_333.3})
    void findsTheStepOfABinnedRecording(double micros) {
        assertThat(stepOf(micros, 1_800_000)).contains(new TimeStep(micros));
    }

    @Test
    void exactTimesHaveNone() {
        assertThat(stepOf(1, 1_800_000)).isEmpty();
    }

    /** Two parts of a recording, of which the second begins at any time. */
    @Test
    void oneOddIntervalDoesNotHideTheStep() {
        for (int odd : new int[] {1, 100, 500, 1_234, 2_500}) {
            TimeSteps steps = new TimeSteps();
            for (int k = 0; k < 2_000; k++) {
                steps.add(2_000L * k + (k < 1_000 ? 0 : odd - 2_000));
            }
            assertThat(steps.find()).contains(new TimeStep(2_000));
        }
    }

    /** Few spikes are far from each other by chance. */
    @Test
    void fewSpikesDoNotTell() {
        for (int trial = 0; trial < 1_000; trial++) {
            assertThat(stepOf(1, 1 + random.nextInt(2_000))).isEmpty();
        }
        assertThat(new TimeSteps().find()).isEmpty();
    }

    /** Steps of 30 kHz and of 1 ms, and such as a lag bin of 1 ms has 10 or 24.4 of. */
    @ParameterizedTest
    @ValueSource(doubles = {33.3, 40.96, 100, 200, 250, 333.3, 500, 1_000})
    void stepsThatFit(double micros) {
        assertThat(new TimeStep(micros).fitsLagBins()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"400, 1200, 38", "700, 1400, 35", "800, 1600, 33", "1250, 1250, 37", "2000, 2000, 30", "2500, 2500, 27"
    })
    void namesLagBinsThatFit(double micros, int bin, int bins) {
        TimeStep step = new TimeStep(micros);

        assertThat(step.fitsLagBins()).isFalse();
        assertThat(step.advice())
                .contains("multiples of " + (int) micros + " µs")
                .contains("hebb.axis.bin-micros=" + bin + " and hebb.axis.bins=" + bins);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3_333.3, 10_000, 33_333.3})
    void saysThatNoLagBinHelps(double micros) {
        assertThat(new TimeStep(micros).fitsLagBins()).isFalse();
        assertThat(new TimeStep(micros).advice()).endsWith("use finer times");
    }
}
