package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReciprocalProperties {
    @Property(tries = 10_000)
    void dividesExactly(
            @ForAll @IntRange(min = 1) int divisor, @ForAll @IntRange int dividend, @ForAll @IntRange int factor) {
        Reciprocal reciprocal = Reciprocal.of(divisor);
        int multiple = (int) Math.min(Integer.MAX_VALUE, (long) divisor * (factor % (Integer.MAX_VALUE / divisor + 1)));

        assertThat(reciprocal.divide(dividend)).isEqualTo(dividend / divisor);
        assertThat(reciprocal.divide(multiple)).isEqualTo(multiple / divisor);
        assertThat(reciprocal.divide(Math.max(0, multiple - 1))).isEqualTo(Math.max(0, multiple - 1) / divisor);
    }
}
