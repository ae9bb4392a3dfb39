package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveTimeTest {
    private final AtomicLong read = new AtomicLong(Long.MAX_VALUE);
    private final LiveTime live = new LiveTime(500, read::get);

    @Test
    void followsTheWallClock() {
        assertThat(live.at(10_000)).isZero();
        assertThat(live.at(10_250)).isEqualTo(250);
        assertThat(live.at(10_251)).isEqualTo(251);
    }

    @Test
    void leavesOutTimeWithoutALookAndClocksThatAreSet() {
        live.at(10_000);
        assertThat(live.at(3_610_000)).isEqualTo(500);
        assertThat(live.at(5)).isEqualTo(500);
        assertThat(live.at(105)).isEqualTo(600);
    }

    @Test
    void stopsWhereNotEverythingHasBeenRead() {
        live.at(10_000);
        read.set(10_100);
        assertThat(live.at(10_300)).isEqualTo(100);
        assertThat(live.at(20_000)).isEqualTo(100);
        read.set(20_000);
        assertThat(live.at(20_010)).isEqualTo(600);
    }

    @Test
    void beginsWithTheFirstTimeThatEverythingHasBeenRead() {
        read.set(0);
        assertThat(live.at(1_700_000_000_000L)).isZero();
        read.set(1_700_000_000_100L);
        assertThat(live.at(1_700_000_000_100L)).isEqualTo(500);
        assertThat(live.at(1_700_000_000_200L)).isEqualTo(500);
    }
}
