package dev.hebb.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.experiment.report.Expectation;
import dev.hebb.experiment.report.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every experiment in its smaller form, over the pipeline's engine, shows what it must. */
class ExperimentsTest {
    static List<String> names() {
        return Experiments.all().stream().map(Experiment::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void showsWhatItMust(String name) throws InterruptedException {
        // Given
        Experiment experiment = Experiments.named(name);
        Map<String, String> settings = experiment.allSettings();
        settings.put("shards", "1");
        HebbConfig config = ConfigReader.read(Settings.of(Map.of(), Map.of(), settings));
        Laboratory laboratory =
                new EngineLaboratory(config.shard(), config.learning().base());
        // When
        Result result = experiment.run(laboratory, Size.SMALL, 1);
        // Then
        assertThat(result.expectations()).isNotEmpty().allMatch(Expectation::met);
    }
}
