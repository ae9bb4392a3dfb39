package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DendriteScratchesTest {
    @Test
    void networksThatLearnAlikeShareScratchMemory() {
        // Given
        HebbConfig config = ConfigReader.read(Settings.of(
                Map.of(),
                Map.of(),
                Map.of(
                        "profiles", "fast,same",
                        "profile.fast.rule", "stdp",
                        "network-profiles", "a:fast,b*:fast,c:same")));
        DendriteScratches scratches = new DendriteScratches(config.shard(), config.learning());
        // When, Then
        assertThat(scratches.of("a")).isSameAs(scratches.of("b1")).isNotSameAs(scratches.of("d"));
        assertThat(scratches.of("c")).isSameAs(scratches.of("d"));
    }
}
