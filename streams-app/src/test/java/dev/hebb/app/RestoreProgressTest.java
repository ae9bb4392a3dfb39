package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    @Test
    void isStuckOnlyIfNothingIsRestoredForMinutes() {
        RestoreProgress progress = new RestoreProgress();
        assertThat(progress.look(State.REBALANCING, 100, 0)).isEmpty();
        assertThat(progress.look(State.REBALANCING, 100, 4 * MINUTE)).isEmpty();
        assertThat(progress.look(State.REBALANCING, 99, 6 * MINUTE)).isEmpty();
        assertThat(progress.look(State.REBALANCING, 99, 10 * MINUTE)).isEmpty();
        assertThat(progress.look(State.REBALANCING, 99, 11 * MINUTE))
                .hasValueSatisfying(stuck -> assertThat(stuck).contains("5 minutes", "99 records left"));
        assertThat(progress.look(State.RUNNING, -1, 12 * MINUTE)).isEmpty();
    }

    @Test
    void saysNothingWhileTheBrokerIsAway() {
        RestoreProgress progress = new RestoreProgress();
        progress.look(State.REBALANCING, 100, 0);
        assertThat(progress.look(State.REBALANCING, -1, 20 * MINUTE)).isEmpty();
        assertThat(progress.look(State.REBALANCING, 100, 24 * MINUTE)).isEmpty();
        assertThat(progress.look(State.REBALANCING, 100, 28 * MINUTE)).isEmpty();
    }
}
