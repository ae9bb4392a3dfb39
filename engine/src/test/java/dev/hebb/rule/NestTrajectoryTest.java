package dev.hebb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The trains and constants of NEST's tests test_stdp_synapse and test_stdp_nn_synapses, and the weights that NEST's
 * independent reference has after each change. NEST's Wmax becomes 1 by dividing.
 */
class NestTrajectoryTest {
    private static final double W_MAX = 15;
    private static final double[] PRE = {
        1, 5, 6, 7, 9, 11, 12, 13, 14.5, 16.1, 21, 25, 26, 27, 29, 31, 32, 33, 34.5, 36.1
    };
    private static final double[] POST = {
        2, 3, 4, 8, 9, 10, 12, 12.2, 14.1, 15.4, 22, 23, 24, 28, 29, 30, 32, 33.2, 35.1, 36.4
    };

    /** Time in ms, weight after it. */
    private static final double[][] DELAY_1_MS = {
        {1, .5},
        {3, .633164828781},
        {4, .758634474875},
        {5, .632928028831},
        {6, .272362050817},
        {7, 0},
        {9, .140170055377},
        {10, .724366102493},
        {11, .720028760921},
        {12, .057702355743},
        {13, .177896755190},
        {13.2, 1.080246238549},
        {14.5, .220650972459},
        {15.1, 1.171245648865},
        {16.1, .227736157902},
        {16.4, 1.254892096500},
        {21, .327830263776},
        {23, 1.154453937837},
        {24, 1.933309592043},
        {25, 1.599927680487},
        {26, .440128866305},
        {27, 0},
        {29, 0},
        {30, 1.041352293297},
        {31, .778723866343},
        {32, 0},
        {33, 0},
        {34.2, 1.206239146221},
        {34.5, 0},
        {36.1, 0}
    };

    private static final double[][] DELAY_0_1_MS = {
        {1, .5}, {2.1, .640493202050}, {3.1, .772867737438}, {4.1, .897592758744}, {5, .535955263010},
        {6, .184891198566}, {7, 0}, {8.1, .495891993907}, {9, .050589238243}, {9.1, .666934965833},
        {10.1, 1.247663984300}
    };

    private static StdpConstants constants(int delayMicros) {
        return new StdpConstants(16_800, 33_700, 0.01, 0.0085, 0, 0, delayMicros);
    }

    @Test
    void allToAllFollowsTheReferenceWithADelayOfOneMillisecond() {
        follow(DELAY_1_MS, 1_000);
    }

    @Test
    void allToAllFollowsTheReferenceWithADelayOfATenthOfAMillisecond() {
        follow(DELAY_0_1_MS, 100);
    }

    private static void follow(double[][] trajectory, int delayMicros) {
        // Given
        RuleRun run = RuleRun.of(new StdpRule(constants(delayMicros)), 0.5 / W_MAX);
        PairTrains trains = ArrayTrains.ofMillis(PRE, POST);
        for (double[] point : trajectory) {
            // When: a window ends just behind each change
            double weight = run.until(Math.round(point[0] * 1_000) + 1, trains);
            // Then
            assertThat(W_MAX * weight).as("weight after %s ms", point[0]).isCloseTo(point[1], within(1e-9));
        }
    }

    @Test
    void nearestNeighboursEndWhereTheReferenceEnds() {
        // Given
        RuleRun run = RuleRun.of(new NearestStdpRule(constants(100)), 0.5);
        PairTrains trains =
                ArrayTrains.ofMillis(new double[] {1, 5, 6, 7, 9, 11, 12, 13}, new double[] {2, 3, 4, 8, 9, 10, 12});
        // When
        double weight = run.until(20_000, trains);
        // Then
        assertThat(weight).isCloseTo(0.508148715612796, within(1e-9));
    }

    @Test
    void windowsOfAMicrosecondEndWhereOneWindowEnds() {
        // Given
        PairTrains trains = ArrayTrains.ofMillis(PRE, POST);
        RuleRun one = RuleRun.of(new StdpRule(constants(1_000)), 0.5 / W_MAX);
        RuleRun many = RuleRun.of(new StdpRule(constants(1_000)), 0.5 / W_MAX);
        // When
        double whole = one.until(35_000, trains);
        double cut = many.untilEach(LongStream.rangeClosed(1, 35_000).toArray(), trains);
        // Then
        assertThat(cut).isCloseTo(whole, within(1e-12));
    }
}
