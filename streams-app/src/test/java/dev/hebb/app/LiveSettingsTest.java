package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveSettingsTest {
    private static final Map<String, String> BEFORE = Map.of("hebb.evidence.alpha", "0.01");

    /** A build that has them runs beside one that does not, as in a rolling upgrade. */
    @Test
    void settingsOfTopicsMayDiffer() {
        assertThat(LiveSettings.difference(
                                BEFORE, Map.of("hebb.evidence.alpha", "0.01", "hebb.topics.replication-factor", "3"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void settingsOfLearningMayNotDiffer() {
        assertThat(LiveSettings.difference(BEFORE, Map.of("hebb.evidence.alpha", "0.05"))
                        .own())
                .isEqualTo("hebb.evidence.alpha=0.05");
    }
}
