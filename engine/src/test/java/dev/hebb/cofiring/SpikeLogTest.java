package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpikeLogTest {
    private final SpikeLog log = new SpikeLog();

    @Test
    void refusesASpikeThatComesTooLate() {
        log.append(10, 0);
        log.append(10, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.append(9, 0))
                .withMessageContaining("9 µs comes after one at 10 µs");
        assertThat(log.size()).isEqualTo(2);
    }

    @Test
    void refusesANegativeSlot() {
        assertThatIllegalArgumentException().isThrownBy(() -> log.append(0, -1));
    }

    @Test
    void refusesIndicesThatAreNotThere() {
        log.append(10, 0);

        assertThatThrownBy(() -> log.timeAt(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> log.slotAt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void takesAnyTimeOnceItIsEmpty() {
        log.append(10, 0);
        log.dropBefore(11);
        log.append(-5, 3);

        assertThat(log.timeAt(0)).isEqualTo(-5);
    }

    @Test
    void stopsGrowingWhenAsMuchIsDroppedAsComes() {
        for (int i = 0; i < 10_000; i++) {
            log.append(i, 0);
        }
        long bytes = log.bytes();
        for (int i = 10_000; i < 1_000_000; i++) {
            log.append(i, 0);
            log.dropBefore(i - 9_000);
        }

        assertThat(log.size()).isEqualTo(9_001);
        assertThat(log.bytes()).isLessThanOrEqualTo(2 * bytes);
    }
}
