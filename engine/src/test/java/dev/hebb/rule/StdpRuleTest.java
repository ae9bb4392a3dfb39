package dev.hebb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Signs, order and delays: where implementations of STDP have gone wrong. */
class StdpRuleTest {
    private static final double WEIGHT = 0.5;
    private static final double PLUS = 0.01;
    private static final double MINUS = 0.02;

    private static StdpConstants constants(int delayMicros) {
        return new StdpConstants(10_000, 40_000, PLUS, MINUS, 0, 0, delayMicros);
    }

    /** Change of weight of both trains, in ms, from time 0 to 1 s. */
    private static double change(LearningRule rule, double[] pre, double[] post) {
        return RuleRun.of(rule, WEIGHT).until(1_000_000, ArrayTrains.ofMillis(pre, post)) - WEIGHT;
    }

    private static double change(double[] pre, double[] post) {
        return change(new StdpRule(constants(0)), pre, post);
    }

    private static double[] train(double... millis) {
        return millis;
    }

    @Test
    void preBeforePostStrengthensWithTauPlusAndPostBeforePreWeakensWithTauMinus() {
        assertThat(change(train(100), train(105))).isCloseTo(PLUS * Math.exp(-0.5), within(1e-15));
        assertThat(change(train(105), train(100))).isCloseTo(-MINUS * Math.exp(-0.125), within(1e-15));
    }

    @Test
    void postSpikesBeforeTheFirstPreSpikeAreNotTakenForOnesAfterASpikeAtTimeZero() {
        // Given: none of them has a partner yet
        double[] post = train(1, 2, 3);
        // When, Then
        assertThat(change(train(), post)).isZero();
        assertThat(change(train(43), post))
                .isCloseTo(-MINUS * (Math.exp(-1) + Math.exp(-41 / 40.0) + Math.exp(-42 / 40.0)), within(1e-15));
    }

    @Test
    void aSpikeAtTimeZeroIsASpikeAndTimesMayBeNegative() {
        // Given
        PairTrains trains = ArrayTrains.ofMillis(train(-20, 0), train(-10, 10));
        // When
        double weight = RuleRun.of(new NearestStdpRule(constants(0)), WEIGHT)
                .from(-50_000)
                .until(50_000, trains);
        // Then: −20 to −10, −10 to 0, 0 to 10
        assertThat(weight - WEIGHT).isCloseTo(2 * PLUS * Math.exp(-1) - MINUS * Math.exp(-0.25), within(1e-15));
    }

    @Test
    void postSpikesAfterTheLastPreSpikeAreNotForgotten() {
        assertThat(change(train(10), train(20, 30))).isCloseTo(PLUS * (Math.exp(-1) + Math.exp(-2)), within(1e-15));
    }

    @Test
    void thePastIsKeptAsLongAsItMatters() {
        // Given: a post-synaptic spike many windows ago, and many pre-synaptic ones since
        RuleRun run = RuleRun.of(new NearestStdpRule(constants(0)), WEIGHT);
        PairTrains trains = ArrayTrains.ofMillis(train(100), train(20));
        // When
        for (int end = 10; end <= 110; end += 10) {
            run.until(end * 1_000, trains);
        }
        // Then
        assertThat(run.until(111_000, trains) - WEIGHT).isCloseTo(-MINUS * Math.exp(-2), within(1e-15));
    }

    @Test
    void aSimultaneousPairAddsNothingWhicheverWayItIsRead() {
        assertThat(change(train(100), train(100))).isZero();
        assertThat(change(new NearestStdpRule(constants(0)), train(100), train(100)))
                .isZero();
    }

    @Test
    void nearestNeighboursOfASimultaneousPairAreTheSecondLatest() {
        assertThat(change(new NearestStdpRule(constants(0)), train(10, 20), train(20)))
                .isCloseTo(PLUS * Math.exp(-1), within(1e-15));
        assertThat(change(new NearestStdpRule(constants(0)), train(20), train(10, 20)))
                .isCloseTo(-MINUS * Math.exp(-0.25), within(1e-15));
    }

    @Test
    void afterASimultaneousPairBothAreNearest() {
        // Given: pre 20 is nearest to post 30, post 20 to pre 40
        double change = change(new NearestStdpRule(constants(0)), train(20, 40), train(20, 30));
        // Then: 20 to 30 strengthens, 30 to 40 weakens
        assertThat(change).isCloseTo(PLUS * Math.exp(-1) - MINUS * Math.exp(-0.25), within(1e-15));
    }

    @Test
    void timesArePreciseToTheMicrosecond() {
        // Given: both orders within one millisecond
        assertThat(change(train(100.001), train(100.002))).isCloseTo(PLUS * Math.exp(-1e-4), within(1e-15));
        assertThat(change(train(100.002), train(100.001))).isCloseTo(-MINUS * Math.exp(-2.5e-5), within(1e-15));
    }

    @Test
    void theDelayIsOnThePostSynapticSideSoThatPreAfterPostMayStillBeCausal() {
        // Given: it acts 1 ms after it fired, half a millisecond after the pre-synaptic spike
        LearningRule rule = new StdpRule(constants(1_000));
        // When, Then
        assertThat(change(rule, train(100), train(99.5))).isCloseTo(PLUS * Math.exp(-0.05), within(1e-15));
        assertThat(change(rule, train(100.5), train(99.5))).isZero();
        assertThat(change(rule, train(101), train(99.5))).isCloseTo(-MINUS * Math.exp(-0.0125), within(1e-15));
    }

    @Test
    void anActionBehindTheWindowsEndBelongsToTheNextWindow() {
        // Given: fired at 9.5 ms, acts at 10.5 ms
        RuleRun run = RuleRun.of(new StdpRule(constants(1_000)), WEIGHT);
        PairTrains trains = ArrayTrains.ofMillis(train(5.5), train(9.5));
        // When
        double first = run.until(10_000, trains);
        double second = run.until(20_000, trains);
        // Then
        assertThat(first).isEqualTo(WEIGHT);
        assertThat(second - WEIGHT).isCloseTo(PLUS * Math.exp(-0.5), within(1e-15));
    }

    @Test
    void tracesDecayOverUnobservedTime() {
        // Given: a window, 30 ms that are passed over, a window
        RuleRun run = RuleRun.of(new StdpRule(constants(0)), WEIGHT);
        PairTrains trains = ArrayTrains.ofMillis(train(5), train(45));
        // When
        run.until(10_000, trains);
        double weight = run.window(40_000, 50_000, trains, 0, 0);
        // Then
        assertThat(weight - WEIGHT).isCloseTo(PLUS * Math.exp(-4), within(1e-15));
    }

    @Test
    void weightDependenceIsByExponents() {
        // Given: multiplicative gain, quadratic loss
        LearningRule rule = new StdpRule(new StdpConstants(10_000, 40_000, PLUS, MINUS, 1, 2, 0));
        RuleRun strengthened = RuleRun.of(rule, 0.8);
        RuleRun weakened = RuleRun.of(rule, 0.8);
        // When
        double up = strengthened.until(1_000_000, ArrayTrains.ofMillis(train(10), train(20)));
        double down = weakened.until(1_000_000, ArrayTrains.ofMillis(train(20), train(10)));
        // Then
        assertThat(up - 0.8).isCloseTo(PLUS * 0.2 * Math.exp(-1), within(1e-15));
        assertThat(down - 0.8).isCloseTo(-MINUS * 0.64 * Math.exp(-0.25), within(1e-15));
    }

    @Test
    void anInhibitorySynapseIsWeakenedByThePairsItShouldPrevent() {
        // Given
        RuleRun causal = new RuleRun(new StdpRule(constants(0)), 1, WEIGHT, true);
        RuleRun antiCausal = new RuleRun(new StdpRule(constants(0)), 1, WEIGHT, true);
        // When
        double down = causal.until(1_000_000, ArrayTrains.ofMillis(train(10), train(20)));
        double up = antiCausal.until(1_000_000, ArrayTrains.ofMillis(train(20), train(10)));
        // Then
        assertThat(down - WEIGHT).isCloseTo(-MINUS * Math.exp(-1), within(1e-15));
        assertThat(up - WEIGHT).isCloseTo(PLUS * Math.exp(-0.25), within(1e-15));
    }
}
