package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.framing.Gap;
import dev.hebb.rule.LearningRules;
import dev.hebb.store.PlantedSpikes.Spike;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Law 2 for every rule: neither shards nor frames nor restarts change a bit of what is learned. */
class RulesAndShardsProperties {
    private static final long WINDOW = 1_000_000;

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(LearningRules.names());
    }

    private static HebbConfig config(String rule, int shards) {
        return ConfigReader.read(Settings.of(
                Map.of(),
                Map.of(),
                Map.of(
                        "rule", rule,
                        "shards", Integer.toString(shards),
                        "window-micros", Long.toString(WINDOW),
                        "judge-every-windows", "7",
                        "stdp.dendritic-delay-micros", "1500",
                        "bcm.theta-time-micros", "3000000",
                        "homeostasis.enabled", "true")));
    }

    @Property(tries = 10)
    void everyRuleLearnsTheSameWhateverTheShardsFramesAndRestarts(
            @ForAll("rules") String rule,
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int shards,
            @ForAll @IntRange(min = 50, max = 900) int millis) {
        // Given
        List<Spike> spikes = PlantedSpikes.planted(seed, 8, 8, 40 * WINDOW, 3, 0.6, 3_000);
        List<Gap> gaps = List.of(new Gap(25 * WINDOW, 25 * WINDOW + 700_000));
        Random random = new Random(seed);
        // When
        HebbConfig one = config(rule, 1);
        HebbConfig many = config(rule, shards);
        RecordedOutputs undisturbed = new ShardRun(one.shard(), one.learning().base())
                .run(PlantedSpikes.frames(spikes, WINDOW, WINDOW, gaps), i -> false);
        RecordedOutputs disturbed = new ShardRun(many.shard(), many.learning().base())
                .run(PlantedSpikes.frames(spikes, millis * 1_000L, WINDOW, gaps), i -> random.nextInt(4) == 0);
        // Then
        assertThat(undisturbed.dendrites).isNotEmpty();
        assertThat(disturbed.dendrites).isEqualTo(undisturbed.dendrites);
        assertThat(disturbed.changesByPost).isEqualTo(undisturbed.changesByPost);
    }
}
