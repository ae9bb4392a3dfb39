package dev.hebb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateRulesTest {
    /** 10 Hz counts as 1, so that in a window of 10 s 100 spikes make y = 1. */
    private static final OjaConstants OJA = new OjaConstants(2, 10);

    /** θ averages over two windows. */
    private static final BcmConstants BCM = new BcmConstants(20_000_000, 10);

    /** The first ten seconds of a network. */
    private static final WindowTimes WINDOW = new WindowTimes(0, 10_000_000, 10_000_000, 0);

    private static SynapseUse use(double causal, double chance, int postSpikes, boolean inhibitory) {
        return new SynapseUse(causal, chance, 30, postSpikes, inhibitory, WINDOW, new ArrayTrains());
    }

    @Test
    void ojaStrengthensByCoFiringAndForgetsByThePostSynapticRate() {
        // Given: xy = 20/100, y = 50/100
        LearningRule rule = new OjaRule(OJA);
        // When
        double delta =
                rule.learn(0.3, 0.5, use(20, 4, 50, false), RuleMemory.NONE).delta();
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
            weight += rule.learn(weight, 0.5, use(20, 4, 50, false), RuleMemory.NONE)
                    .delta();
        }
        // Then: xy / (α · y²)
        assertThat(weight).isCloseTo(0.2 / (2 * 0.25), within(1e-12));
    }

    @Test
    void ojaForgetsNoMoreThanThereIs() {
        // Given: 200 Hz
        LearningRule rule = new OjaRule(OJA);
        // When
        double delta =
                rule.learn(0.3, 1, use(0, 0, 2_000, false), RuleMemory.NONE).delta();
        // Then
        assertThat(delta).isEqualTo(-0.3);
    }

    @Test
    void bcmStrengthensWhereTheNeuronIsBusierThanItWasAndWeakensWhereItIsCalmer() {
        // Given: y = 1/2 for so long that θ = 1/4
        LearningRule rule = new BcmRule(BCM);
        RuleMemory memory = RuleMemory.NONE;
        for (int window = 0; window < 200; window++) {
            memory = rule.learn(0.5, 0.5, use(0, 0, 50, false), memory).memory();
        }
        double kept = Math.exp(-0.5);
        // When: y = 2, and in a copy of the world y = 1/10
        double busy = rule.learn(0.5, 0.5, use(20, 4, 200, false), memory).delta();
        double calm = rule.learn(0.5, 0.5, use(20, 4, 10, false), memory).delta();
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
        double delta =
                rule.learn(0.5, 0.5, use(20, 4, 50, false), RuleMemory.NONE).delta();
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
        assertThat(oja.learn(0.3, 0.5, prevented, RuleMemory.NONE).delta()).isCloseTo(0.025, within(1e-15));
        assertThat(oja.learn(0.3, 0.5, notPrevented, RuleMemory.NONE).delta()).isCloseTo(-0.075, within(1e-15));
        assertThat(bcm.learn(0.5, 0.5, prevented, RuleMemory.NONE).delta()).isCloseTo(0.025, within(1e-15));
        assertThat(bcm.learn(0.5, 0.5, notPrevented, RuleMemory.NONE).delta()).isZero();
    }
}
