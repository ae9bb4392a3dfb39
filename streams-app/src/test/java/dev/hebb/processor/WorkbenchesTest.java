package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkbenchesTest {
    @Test
    void networksThatLearnAlikeShareAWorkbench() {
        // Given
        HebbConfig config = ConfigReader.read(Settings.of(
                Map.of(),
                Map.of(),
                Map.of(
                        "profiles", "fast,same",
                        "profile.fast.rule", "stdp",
                        "network-profiles", "a:fast,b*:fast,c:same")));
        Workbenches benches = new Workbenches(config.shard(), config.learning());
        // When, Then
        assertThat(benches.of("a")).isSameAs(benches.of("b1")).isNotSameAs(benches.of("d"));
        assertThat(benches.of("c")).isSameAs(benches.of("d"));
    }
}
