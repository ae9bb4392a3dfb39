package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.shard.Workers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkersByLearningTest {
    @Test
    void networksThatLearnAlikeShareWorkers() {
        // Given
        HebbConfig config = ConfigReader.read(Settings.of(
                Map.of(),
                Map.of(),
                Map.of(
                        "profiles", "fast,same",
                        "profile.fast.rule", "stdp",
                        "network-profiles", "a:fast,b*:fast,c:same")));
        WorkersByLearning workers = new WorkersByLearning(config.shard(), config.learning(), new Workers(1));
        // When, Then
        assertThat(workers.of("a")).isSameAs(workers.of("b1")).isNotSameAs(workers.of("d"));
        assertThat(workers.of("c")).isSameAs(workers.of("d"));
    }
}
