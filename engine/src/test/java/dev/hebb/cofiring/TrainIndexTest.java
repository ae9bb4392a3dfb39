package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainIndexTest {
    private final TrainIndex trains = new TrainIndex(new LagAxis(10, 10, 0));
    private final SpikeLog log = new SpikeLog();

    @BeforeEach
    void threeNeuronsInTwoWindows() {
        log.append(899, 0);
        log.append(900, 1);
        log.append(1_000, 0);
        log.append(1_500, 0);
        log.append(1_999, 2);
        log.append(2_000, 1);
    }

    @Test
    void holdsTheRangeAndTheReachBeforeIt() {
        trains.rebuild(log, 1_000, 2_000, 3);

        assertThat(train(0)).containsExactly(1_000, 1_500);
        assertThat(train(1)).containsExactly(900);
        assertThat(train(2)).containsExactly(1_999);
        assertThat(train(3)).isEmpty();
        assertThat(trains.spikes(0)).isEqualTo(2);
        assertThat(trains.spikes(1)).isZero();
        assertThat(trains.spikes(2)).isEqualTo(1);
        assertThat(trains.spikes(3)).isZero();
    }

    @Test
    void forgetsTheRangeBefore() {
        trains.rebuild(log, 1_000, 2_000, 3);
        trains.rebuild(log, 2_000, 3_000, 2);

        assertThat(train(0)).isEmpty();
        assertThat(train(1)).containsExactly(2_000);
        assertThat(trains.spikes(1)).isEqualTo(1);
        assertThat(train(2)).isEmpty();
        assertThat(trains.spikes(2)).isZero();
    }

    @Test
    void refusesRangesThatAreEmptyOrTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> trains.rebuild(log, 5, 5, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trains.rebuild(log, 0, TrainIndex.MAX_RANGE_MICROS - 99L, 3));
        trains.rebuild(log, 0, TrainIndex.MAX_RANGE_MICROS - 100L, 3);
        assertThat(train(1)).containsExactly(900, 2_000);
    }

    private long[] train(int slot) {
        return IntStream.range(trains.first(slot), trains.end(slot))
                .mapToLong(trains::timeAt)
                .toArray();
    }
}
