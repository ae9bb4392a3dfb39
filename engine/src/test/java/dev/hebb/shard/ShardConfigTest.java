package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.shard.CoFiringConfig.Publish;
import org.junit.jupiter.api.Test;

class ShardConfigTest {
    private static final CoFiringConfig CO_FIRING = new CoFiringConfig(Publish.AUTO, 256, 6, 5_000);

    /** Refuses numbers whose product is 2^64 µs, which is 0 in 64 bits. */
    @Test
    void refusesALogOfSpikesThatIsLongerThanALong() {
        assertThatThrownBy(() -> new ShardConfig(ShardFixture.AXIS, 1L << 53, 1, 1 << 11, CO_FIRING, 2_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("judgeEveryWindows is 2048");
    }

    @Test
    void refusesCoincidencesBeyondTheLags() {
        CoFiringConfig tooFar = new CoFiringConfig(Publish.AUTO, 256, 6, 50_001);
        assertThatThrownBy(() -> new ShardConfig(ShardFixture.AXIS, 10_000_000, 1, 30, tooFar, 2_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coFiring.coincidenceMicros is 50001; it must be at most the reach of the lags, 50000 µs");
    }
}
