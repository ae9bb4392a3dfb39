package dev.hebb.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CovarianceRuleTest {
    private final LearningRule rule = LearningRules.byName("covariance");

    @Test
    void coFiringBeyondChanceStrengthens() {
        // Given: r = (12 − 2) / √(25 · 100) = 0.2
        SynapseUse use = new SynapseUse(12, 2, 25, 100);
        // When
        double delta = rule.delta(0.4, 0.5, use);
        // Then: 0.5 · 0.2 · (1 − 0.4)
        assertThat(delta).isCloseTo(0.06, within(1e-15));
    }

    @Test
    void coFiringBelowChanceWeakens() {
        // Given: r = (0 − 2) / √(25 · 16) = −0.1
        SynapseUse use = new SynapseUse(0, 2, 25, 16);
        // When
        double delta = rule.delta(0.4, 0.5, use);
        // Then: 0.5 · −0.1 · 0.4
        assertThat(delta).isCloseTo(-0.02, within(1e-15));
    }

    @Test
    void aSilentNeuronTeachesNothing() {
        assertThat(rule.delta(0.4, 0.5, new SynapseUse(0, 0, 0, 16))).isZero();
        assertThat(rule.delta(0.4, 0.5, new SynapseUse(0, 0, 16, 0))).isZero();
    }

    @Property
    void aWeightStaysInUnitIntervalByItself(
            @ForAll @DoubleRange(min = 0, max = 1) double weight,
            @ForAll @DoubleRange(min = 0, max = 1) double rate,
            @ForAll @IntRange(min = 1, max = 1000) int spikes,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        // Given: no more pairs at one lag than spikes
        SynapseUse use = new SynapseUse(share * spikes, (1 - share) * spikes, spikes, spikes);
        // When
        double after = weight + rule.delta(weight, rate, use);
        // Then
        assertThat(after).isBetween(0.0, 1.0);
    }

    @Test
    void anUnknownRuleIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> LearningRules.byName("hebbb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no learning rule is named 'hebbb'; there are: [covariance]");
    }
}
