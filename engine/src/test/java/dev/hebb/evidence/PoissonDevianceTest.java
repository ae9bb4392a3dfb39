package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonDevianceTest {
    /** Against P(X > c) + ½ P(X = c), the continuity-corrected Poisson tail of Stark and Abeles. */
    @ParameterizedTest
    @CsvSource({"2, 10", "0.5, 7", "10, 25", "50, 80", "100, 160", "1000, 1200", "20000, 20800"})
    void itsTailIsThePoissonTail(double chance, int count) {
        // Given
        double atLeast = Gamma.regularizedGammaP(count, chance);
        double more = Gamma.regularizedGammaP(count + 1.0, chance);
        double exact = (atLeast + more) / 2;
        // When
        double tail = 0.5 * Erf.erfc(PoissonDeviance.z(count, chance) / Math.sqrt(2));
        // Then: right to about a tenth of a standard deviation, five or more out
        assertThat(Math.log(tail)).isCloseTo(Math.log(exact), within(0.06 * Math.abs(Math.log(exact))));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "5, 0, 0", "4, 4, 0", "0, 2, -2"})
    void itsEdges(double count, double chance, double z) {
        assertThat(PoissonDeviance.z(count, chance)).isEqualTo(z);
    }
}
