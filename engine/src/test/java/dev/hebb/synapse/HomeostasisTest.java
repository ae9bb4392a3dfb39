package dev.hebb.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class HomeostasisTest {
    private static final long FIVE_WINDOWS = 5 * WindowContexts.WINDOW_MICROS;

    private static Homeostasis towards(double target, double exponent) {
        return new Homeostasis(new HomeostasisConfig(true, target, FIVE_WINDOWS, exponent));
    }

    private static double total(DendriteSynapses row) {
        double total = 0;
        for (int i = 0; i < row.size(); i++) {
            total += row.weight(i);
        }
        return total;
    }

    @Example
    void theTotalApproachesItsTargetWithTheTimeConstant() {
        // Given
        DendriteSynapses row = Rows.row(Rows.active(1, 0.2), Rows.active(2, 0.6));
        // When: one time constant
        for (int window = 0; window < 5; window++) {
            towards(0.4, 0).scale(row, WindowContexts.window(window));
        }
        // Then: the factor of 2 that is too much has become 2^(1/e), and weights keep their ratio
        assertThat(total(row)).isCloseTo(0.4 * Math.pow(2, 1 / Math.E), within(1e-12));
        assertThat(row.weight(1) / row.weight(0)).isCloseTo(3, within(1e-12));
    }

    @Example
    void divergentScalingChangesStrongSynapsesMoreThanWeakOnes() {
        // Given: mean 0.4, target half of the total, so f = 2^(exp(−1/5) − 1)
        DendriteSynapses row = Rows.row(Rows.active(1, 0.2), Rows.active(2, 0.6));
        double factor = Math.pow(0.5, 1 - Math.exp(-0.2));
        // When
        towards(0.4, 1).scale(row, WindowContexts.window(0));
        // Then: w · f^((w/mean)^1)
        assertThat(row.weight(0)).isCloseTo(0.2 * Math.pow(factor, 0.5), within(1e-12));
        assertThat(row.weight(1)).isCloseTo(0.6 * Math.pow(factor, 1.5), within(1e-12));
    }

    @Example
    void dormantAndInhibitorySynapsesAreNeitherCountedNorScaled() {
        // Given
        Synapse inhibitory = SynapseBuilder.of(3).weight(0.7).inhibitory(true).build();
        DendriteSynapses row = Rows.row(Rows.active(1, 0.4), Rows.dormant(2, 0.1, MaskReason.WEAK, 0), inhibitory);
        // When
        towards(0.4, 0).scale(row, WindowContexts.window(0));
        // Then: the only one that counts is where it should be
        assertThat(row.weight(0)).isEqualTo(0.4);
        assertThat(row.weight(1)).isEqualTo(0.1);
        assertThat(row.weight(2)).isEqualTo(0.7);
    }

    @Example
    void unlessSwitchedOnItDoesNothing() {
        // Given
        DendriteSynapses row = Rows.row(Rows.active(1, 0.2));
        // When
        new Homeostasis(HomeostasisConfig.off()).scale(row, WindowContexts.window(0));
        // Then
        assertThat(row.weight(0)).isEqualTo(0.2);
    }

    @Property
    void weightsStayInTheUnitInterval(
            @ForAll long seed,
            @ForAll @IntRange(max = 30) int synapses,
            @ForAll @DoubleRange(min = 0.01, max = 65_535) double target,
            @ForAll @DoubleRange(max = 4) double exponent) {
        // Given: weights from vanishing to 1
        Random random = new Random(seed);
        DendriteSynapses row = new DendriteSynapses();
        for (int pre = 0; pre < synapses; pre++) {
            row.add(Rows.active(pre, random.nextBoolean() ? random.nextDouble() : Double.MIN_VALUE * pre));
        }
        // When
        towards(target, exponent).scale(row, WindowContexts.window(0));
        // Then
        for (int i = 0; i < row.size(); i++) {
            assertThat(row.weight(i)).isBetween(0.0, 1.0);
        }
    }

    @Example
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new HomeostasisConfig(true, 0, 1, 0)).hasMessageContaining("targetTotalWeight is 0.0");
        assertThatThrownBy(() -> new HomeostasisConfig(true, 1, 0, 0)).hasMessageContaining("timeConstantMicros is 0");
        assertThatThrownBy(() -> new HomeostasisConfig(true, 1, 1, 5)).hasMessageContaining("exponent is 5.0");
    }
}
