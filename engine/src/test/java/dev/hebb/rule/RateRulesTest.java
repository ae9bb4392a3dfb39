package dev.hebb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.synapse.Rows;
import org.junit.jupiter.api.Test;

class RateRulesTest {
    /** 10 Hz counts as 1, so that in a window of 10 s 100 spikes make y = 1. */
    private static final OjaConstants OJA = new OjaConstants(2, 10);

    /** θ averages over two windows. */
    private static final BcmConstants BCM = new BcmConstants(2 * Rows.WINDOW_MICROS, 10);

    private final RuleMemory memory = new RuleMemory();

    private static SynapseUse use(double causal, double chance, int postSpikes, boolean inhibitory) {
        return new SynapseUse(causal, chance, 30, postSpikes, inhibitory, Rows.window(0), new ArrayTrains());
    }

    @Test
    void ojaStrengthensByCoFiringAndForgetsByThePostSynapticRate() {
        // Given: xy = 20/100, y = 50/100
        LearningRule rule = new OjaRule(OJA);
        // When
        double delta = rule.delta(0.3, 0.5, use(20, 4, 50, false), memory);
        // Then: 0.5 · (0.2 − 2 · 0.25 · 0.3)
        assertThat(delta).isCloseTo(0.025, within(1e-15));
    }

    @Test
    void ojaSettlesWhereCoFiringBalancesForgetting() {
        // Given
        LearningRule rule = new OjaRule(OJA);
        double weight = 0.9;
        // When
        for (int window = 0; window < 500; window++) {
            weight += rule.delta(weight, 0.5, use(20, 4, 50, false), memory);
        }
        // Then: xy / (α · y²)
        assertThat(weight).isCloseTo(0.2 / (2 * 0.25), within(1e-12));
    }

    @Test
    void ojaForgetsNoMoreThanThereIs() {
        // Given: 200 Hz
        LearningRule rule = new OjaRule(OJA);
        // When
        double delta = rule.delta(0.3, 1, use(0, 0, 2_000, false), memory);
        // Then
        assertThat(delta).isEqualTo(-0.3);
    }

    @Test
    void bcmStrengthensWhereTheNeuronIsBusierThanItWasAndWeakensWhereItIsCalmer() {
        // Given: y = 1/2 for so long that θ = 1/4
        LearningRule rule = new BcmRule(BCM);
        for (int window = 0; window < 200; window++) {
            rule.delta(0.5, 0.5, use(0, 0, 50, false), memory);
        }
        double kept = Math.exp(-0.5);
        // When: y = 2, and in a copy of the world y = 1/10
        RuleMemory calmer = new RuleMemory();
        calmer.set(0, memory.get(0));
        calmer.set(1, memory.get(1));
        double busy = rule.delta(0.5, 0.5, use(20, 4, 200, false), memory);
        double calm = rule.delta(0.5, 0.5, use(20, 4, 10, false), calmer);
        // Then: η · xy · (y − θ), θ with this window's y²
        assertThat(busy).isCloseTo(0.5 * 0.2 * (2 - (kept * 0.25 + (1 - kept) * 4)), within(1e-12));
        assertThat(calm).isCloseTo(0.5 * 0.2 * (0.1 - (kept * 0.25 + (1 - kept) * 0.01)), within(1e-12));
        assertThat(busy).isPositive();
        assertThat(calm).isNegative();
    }

    @Test
    void bcmAssumesNothingOfTheTimeBeforeTheSynapse() {
        // Given: a first window of y = 1/2
        LearningRule rule = new BcmRule(BCM);
        // When
        double delta = rule.delta(0.5, 0.5, use(20, 4, 50, false), memory);
        // Then: θ is 1/4, and not something on its way there from 0
        assertThat(delta).isCloseTo(0.5 * 0.2 * (0.5 - 0.25), within(1e-15));
    }

    @Test
    void inhibitorySynapsesLearnByThePairsTheyPrevent() {
        // Given: 20 of 24 are missing
        SynapseUse prevented = use(4, 24, 50, true);
        SynapseUse notPrevented = use(24, 4, 50, true);
        LearningRule oja = new OjaRule(OJA);
        LearningRule bcm = new BcmRule(BCM);
        // When, Then: as 20 pairs made do for an excitatory one
        assertThat(oja.delta(0.3, 0.5, prevented, memory)).isCloseTo(0.025, within(1e-15));
        assertThat(oja.delta(0.3, 0.5, notPrevented, memory)).isCloseTo(-0.075, within(1e-15));
        assertThat(bcm.delta(0.5, 0.5, prevented, new RuleMemory())).isCloseTo(0.025, within(1e-15));
        assertThat(bcm.delta(0.5, 0.5, notPrevented, new RuleMemory())).isZero();
    }
}
