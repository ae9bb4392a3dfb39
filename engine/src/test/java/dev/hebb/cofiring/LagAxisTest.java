package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LagAxisTest {
    @Test
    void laysTimeOutFromLeftToRight() {
        LagAxis axis = new LagAxis(1_000, 50, 0);

        assertThat(axis.reachMicros()).isEqualTo(50_000);
        assertThat(axis.cells()).isEqualTo(100);
        assertThat(axis.antiCausalCell(49_999)).isZero();
        assertThat(axis.antiCausalCell(0)).isEqualTo(49);
        assertThat(axis.causalCell(0)).isEqualTo(50);
        assertThat(axis.causalCell(999)).isEqualTo(50);
        assertThat(axis.causalCell(1_000)).isEqualTo(51);
        assertThat(axis.causalCell(49_999)).isEqualTo(99);
    }

    @Test
    void refusesWhatCannotBeCounted() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LagAxis(0, 50, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LagAxis(1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LagAxis(1, LagAxis.MAX_BINS + 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LagAxis(Integer.MAX_VALUE, 2, 0))
                .withMessageContaining("take fewer or narrower ones");
        assertThatIllegalArgumentException().isThrownBy(() -> new LagAxis(10, 5, 50));
        assertThatIllegalArgumentException().isThrownBy(() -> new LagAxis(10, 5, -1));
    }
}
