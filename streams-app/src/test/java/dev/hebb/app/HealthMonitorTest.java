package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HealthMonitorTest {
    private static final Duration INTERVAL = Duration.ofMillis(5);

    @Test
    void looksAgainAfterALookThatFailed() {
        // Given
        AtomicInteger looks = new AtomicInteger();
        try (HealthMonitor health = new HealthMonitor(new StateDisk(Path.of(".")), new ThreadReplacement())) {
            // When
            health.watch(
                    () -> {
                        if (looks.incrementAndGet() == 1) {
                            throw new IllegalArgumentException("the first look fails");
                        }
                        return List.of("the disk is full");
                    },
                    INTERVAL);

            // Then
            Awaitility.await().until(() -> !health.faults().isEmpty());
            assertThat(health.faults()).containsExactly("the disk is full");
        }
    }
}
