package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartPauseTest {
    private final RestartPause pause = new RestartPause();

    @Test
    void growsUpToAMinute() {
        assertThat(Stream.generate(() -> pause.after(Duration.ofSeconds(10)))
                        .limit(9)
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void beginsAgainAfterASteadyRun() {
        // Given
        pause.after(Duration.ZERO);
        pause.after(Duration.ZERO);

        // Then
        assertThat(pause.after(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(2));
    }
}
