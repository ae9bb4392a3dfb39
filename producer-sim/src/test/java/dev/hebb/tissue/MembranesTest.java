package dev.hebb.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells against what is published of them, and against closed forms. */
class MembranesTest {
    private static final boolean[] EXCITATORY = {false};
    private static final boolean[] INHIBITORY = {true};

    /**
     * The resting state of a regular-spiking cell is where 0.04 v² + (5 − b) v + 140 + I = 0 has roots: up to I = 4.
     * From there on it fires for ever, and somewhat below it may, if it was pushed.
     */
    @ParameterizedTest
    @CsvSource({"0, false", "3.5, false", "4.1, true", "10, true"})
    void izhikevichCellFiresForEverBeyondItsRheobase(double current, boolean fires) {
        // Given
        Membranes cell = CellModel.IZHIKEVICH.membranes(EXCITATORY, 0.5);
        count(cell, current, 2_000, 0.5);
        // When
        int spikes = count(cell, current, 2_000, 0.5);
        // Then
        assertThat(spikes > 0).isEqualTo(fires);
    }

    @ParameterizedTest
    @CsvSource({"5, 0.5", "7, 0.5", "10, 0.5", "14, 0.5", "20, 0.5", "10, 1", "20, 1"})
    void izhikevichCellsFireAsTheirEquationsSay(double current, double stepMillis) {
        // Given
        Membranes regular = CellModel.IZHIKEVICH.membranes(EXCITATORY, stepMillis);
        Membranes fast = CellModel.IZHIKEVICH.membranes(INHIBITORY, stepMillis);
        // When
        double regularSpikes = count(regular, current, 10_000, stepMillis);
        double fastSpikes = count(fast, current, 10_000, stepMillis);
        // Then
        assertThat(regularSpikes).isCloseTo(finely(0.02, 8, current), withinPercentage(5));
        assertThat(fastSpikes).isCloseTo(finely(0.1, 2, current), withinPercentage(25));
        assertThat(fastSpikes).isGreaterThan(regularSpikes);
    }

    @Test
    void regularSpikingCellAdapts() {
        // Given
        Membranes cell = CellModel.IZHIKEVICH.membranes(EXCITATORY, 0.5);
        // When
        int early = count(cell, 10, 100, 0.5);
        count(cell, 10, 800, 0.5);
        int late = count(cell, 10, 100, 0.5);
        // Then
        assertThat(early).isGreaterThan(late);
    }

    @ParameterizedTest
    @CsvSource({"15.1, 0.5", "16, 0.5", "20, 0.5", "20, 1", "50, 1", "200, 0.5", "3000, 0.5"})
    void lifCellFiresAtTheRateOfItsClosedForm(double current, double stepMillis) {
        // Given
        Membranes cell = CellModel.LIF.membranes(EXCITATORY, stepMillis);
        // When
        int spikes = count(cell, current, 100_000, stepMillis);
        // Then
        double interval = LifMembranes.EXCITATORY_REFRACTORY_MILLIS
                + LifMembranes.EXCITATORY_TAU_MILLIS * Math.log(current / (current - LifMembranes.THRESHOLD));
        assertThat((double) spikes).isCloseTo(100_000 / interval, within(1.0));
    }

    @Test
    void lifCellIsSilentAtItsThreshold() {
        assertThat(count(CellModel.LIF.membranes(EXCITATORY, 1), LifMembranes.THRESHOLD, 10_000, 1))
                .isZero();
    }

    private static int count(Membranes cell, double current, double millis, double stepMillis) {
        int spikes = 0;
        for (double t = 0; t < millis; t += stepMillis) {
            double fraction = cell.step(0, current);
            assertThat(fraction).isLessThanOrEqualTo(1);
            spikes += fraction >= 0 ? 1 : 0;
        }
        return spikes;
    }

    /** Spikes in 10 s of the cell of Izhikevich 2003 with these a and d, integrated in steps of 10 µs. */
    private static double finely(double a, double d, double current) {
        double stepMillis = 0.01;
        double v = -70;
        double u = 0.2 * v;
        int fired = 0;
        for (int k = 0; k < 10_000 / stepMillis; k++) {
            v += stepMillis * (0.04 * v * v + 5 * v + 140 - u + current);
            u += stepMillis * a * (0.2 * v - u);
            if (v >= 30) {
                fired++;
                v = -65;
                u += d;
            }
        }
        return fired;
    }
}
