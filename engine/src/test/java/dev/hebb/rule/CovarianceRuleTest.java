package dev.hebb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CovarianceRuleTest {
    private static final WindowTimes WINDOW = new WindowTimes(0, 10_000_000, 10_000_000, 0);

    private final LearningRule rule = new CovarianceRule();

    private static SynapseUse use(double causal, double chance, int preSpikes, int postSpikes) {
        return new SynapseUse(causal, chance, preSpikes, postSpikes, false, WINDOW, new ArrayTrains());
    }

    @Test
    void coFiringBeyondChanceStrengthens() {
        // Given: r = (12 − 2) / √(25 · 100) = 0.2
        SynapseUse use = use(12, 2, 25, 100);
        // When
        double delta = rule.learn(0.4, 0.5, use, RuleMemory.NONE).delta();
        // Then: 0.5 · 0.2 · (1 − 0.4)
        assertThat(delta).isCloseTo(0.06, within(1e-15));
    }

    @Test
    void coFiringBelowChanceWeakens() {
        // Given: r = (0 − 2) / √(25 · 16) = −0.1
        SynapseUse use = use(0, 2, 25, 16);
        // When
        double delta = rule.learn(0.4, 0.5, use, RuleMemory.NONE).delta();
        // Then: 0.5 · −0.1 · 0.4
        assertThat(delta).isCloseTo(-0.02, within(1e-15));
    }

    @Test
    void anInhibitorySynapseLearnsFromThePairsThatAreMissing() {
        // Given: r = (12 − 2) / √(25 · 100) = 0.2 of pairs that chance would have made
        SynapseUse missing = new SynapseUse(2, 12, 25, 100, true, WINDOW, new ArrayTrains());
        // When
        double delta = rule.learn(0.4, 0.5, missing, RuleMemory.NONE).delta();
        // Then: as many too many would be for an excitatory one
        assertThat(delta).isCloseTo(0.06, within(1e-15));
    }

    @Test
    void aSilentNeuronTeachesNothing() {
        assertThat(rule.learn(0.4, 0.5, use(0, 0, 0, 16), RuleMemory.NONE).delta())
                .isZero();
        assertThat(rule.learn(0.4, 0.5, use(0, 0, 16, 0), RuleMemory.NONE).delta())
                .isZero();
    }

    @Property
    void aWeightStaysInUnitIntervalByItself(
            @ForAll @DoubleRange(min = 0, max = 1) double weight,
            @ForAll @DoubleRange(min = 0, max = 1) double rate,
            @ForAll @IntRange(min = 1, max = 1000) int spikes,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        // Given: no more pairs at one lag than spikes
        SynapseUse use = use(share * spikes, (1 - share) * spikes, spikes, spikes);
        // When
        double after = weight + rule.learn(weight, rate, use, RuleMemory.NONE).delta();
        // Then
        assertThat(after).isBetween(0.0, 1.0);
    }

    @Test
    void anUnknownRuleIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> LearningRules.byName("hebbb", RuleConstants.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("rule is 'hebbb'; it must be one of [covariance, stdp, stdp-nearest, oja, bcm");
    }
}
