package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    @Test
    void theDefaultRateAsksForOneAndAHalfTimesChance() {
        // Given, When, Then: the lift at which the networks of docs/evidence.md have this share of false synapses
        assertThat(FalseDiscovery.leastLift(0.05, 0)).isEqualTo(1.5);
        assertThat(FalseDiscovery.leastLift(0.01, 0)).isCloseTo(1.81, within(0.01));
        assertThat(FalseDiscovery.leastLift(0.2, 0)).isCloseTo(1.33, within(0.01));
        assertThat(FalseDiscovery.leastLift(1, 0)).isEqualTo(1);
        assertThat(FalseDiscovery.leastLift(1, 9)).isEqualTo(1);
    }

    /** Where indirect paths make twice as many peaks, the same lift has twice the rate. */
    @Property
    void indirectPeaksCountLikeAStricterRate(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rate, @ForAll @IntRange(max = 200) int peaks) {
        // Given, When
        double lift = FalseDiscovery.leastLift(rate, peaks);
        // Then
        assertThat(lift).isCloseTo(FalseDiscovery.leastLift(rate / (1 + peaks), 0), within(1e-9));
        assertThat(FalseDiscovery.leastLift(rate, peaks + 1)).isGreaterThan(lift);
    }

    @Property
    void findsTheChanceLevelOfAPeakFromItsZ(
            @ForAll @DoubleRange(min = 0.5, max = 5_000) double chance,
            @ForAll @DoubleRange(min = 1.2, max = 20) double lift) {
        // Given
        double z = PoissonDeviance.z(lift * chance, chance);
        double excess = FalseDiscovery.lowerLift(lift * chance, chance) - 1;
        // When
        double rate = FalseDiscovery.rate(z, lift);
        // Then: log odds of being true are linear in the logarithm of the lift above chance
        double expected = excess <= 0 ? 1 : 1 / (1 + Math.exp(3 + 5.6 * Math.log(excess)));
        assertThat(rate).isCloseTo(expected, within(1e-6));
    }

    @Property
    void fallsWithZ(
            @ForAll @DoubleRange(min = 1.01, max = 19) double lift,
            @ForAll @DoubleRange(min = 0.1, max = 60) double z) {
        // Given, When
        double rate = FalseDiscovery.rate(z, lift);
        // Then
        assertThat(rate).isBetween(0.0, 1.0);
        assertThat(FalseDiscovery.rate(z + 1, lift)).isLessThanOrEqualTo(rate);
    }

    @Property
    void findsTheChanceLevelOfATroughFromItsZ(
            @ForAll @DoubleRange(min = 20, max = 5_000) double chance, @ForAll @DoubleRange(max = 0.9) double lift) {
        // Given
        double z = PoissonDeviance.z(lift * chance, chance);
        double depth = 1 - lift - Math.sqrt(lift / chance);
        // When
        double rate = FalseDiscovery.rateOfInhibition(z, lift);
        // Then: log odds of being true are linear in the logarithm of the depth
        double expected = depth <= 0 ? 1 : 1 / (1 + Math.exp(7 + 4.3 * Math.log(depth)));
        assertThat(rate).isCloseTo(expected, within(1e-6));
    }

    @Property
    void fallsWithTheDepthOfATrough(
            @ForAll @DoubleRange(max = 0.9) double lift, @ForAll @DoubleRange(min = 4, max = 60) double z) {
        // Given, When
        double rate = FalseDiscovery.rateOfInhibition(-z, lift);
        // Then
        assertThat(rate).isBetween(0.0, 1.0);
        assertThat(FalseDiscovery.rateOfInhibition(-z, 0.9 * lift)).isLessThanOrEqualTo(rate);
        assertThat(FalseDiscovery.rateOfInhibition(-z - 1, lift)).isLessThanOrEqualTo(rate);
    }

    @Test
    void whatIsNoTroughIsFalse() {
        // Given, When, Then
        assertThat(FalseDiscovery.rateOfInhibition(8, 2)).isEqualTo(1);
        assertThat(FalseDiscovery.rateOfInhibition(0, 0.5)).isEqualTo(1);
        assertThat(FalseDiscovery.rateOfInhibition(-7, 1)).isEqualTo(1);
    }

    @Test
    void whatIsNoPeakIsFalse() {
        // Given, When, Then
        assertThat(FalseDiscovery.rate(-8, 0.2)).isEqualTo(1);
        assertThat(FalseDiscovery.rate(0, 3)).isEqualTo(1);
        assertThat(FalseDiscovery.rate(7, 1)).isEqualTo(1);
    }
}
