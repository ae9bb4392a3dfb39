package dev.hebb.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NetworkTimeTest {
    @Test
    void nowIsTheStartOfTheNextWindow() {
        // Given
        NetworkTime between = new NetworkTime("dish", 350_000_000, 354_000_000, 10_000_000);
        NetworkTime early = new NetworkTime("dish", -20_000_000, -15_000_000, 10_000_000);

        // Then
        assertThat(between.nowMicros()).isEqualTo(360_000_000);
        assertThat(early.nowMicros()).isEqualTo(-10_000_000);
        assertThatThrownBy(() -> between.requireOpen(349_999_999)).hasMessageContaining("350000000 µs");
        between.requireOpen(350_000_000);
    }
}
