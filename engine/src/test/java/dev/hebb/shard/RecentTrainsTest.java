package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import org.junit.jupiter.api.Test;

class RecentTrainsTest {
    private static final long WINDOW = 1_000_000;

    private final SpikeLog log = new SpikeLog();
    private final RecentTrains trains = new RecentTrains(LagAxis.standard(), WINDOW, 3);

    @Test
    void windowsAreIndexedOnceAndThenOnlyRead() {
        // Given
        log.append(2 * WINDOW + 5, 0);
        trains.index(1, 2, log, 1);
        TrainIndex indexed = trains.of(2);
        // When: what comes later is in no window that is indexed
        log.append(2 * WINDOW + 6, 0);
        trains.index(1, 3, log, 1);
        // Then
        assertThat(trains.of(2)).isSameAs(indexed);
        assertThat(indexed.spikes(0)).isEqualTo(1);
    }

    @Test
    void readingIndexesNothing() {
        // Given
        trains.index(1, 3, log, 1);
        // When: window 4 takes the place of window 1
        trains.index(4, 4, log, 1);
        // Then
        assertThatThrownBy(() -> trains.of(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the spike trains of window 1 are not indexed");
        assertThatThrownBy(() -> trains.of(5)).isInstanceOf(IllegalStateException.class);
        assertThat(trains.of(4).fromMicros()).isEqualTo(4 * WINDOW);
    }
}
