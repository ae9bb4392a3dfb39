package dev.hebb.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.experiment.protocol.Experiments;
import dev.hebb.experiment.report.Expectation;
import dev.hebb.experiment.report.Figure;
import dev.hebb.experiment.report.Result;
import java.util.List;
import java.util.Map;

/** Runs experiments in their smaller form, over the engine in this process. */
final class SmallExperiments {
    private SmallExperiments() {}

    /** Returns the names of all experiments, for parameterized tests. */
    static List<String> names() {
        return Experiments.all().stream().map(Experiment::name).toList();
    }

    /** Fails unless every expectation of an experiment is met, and its figures can be drawn. */
    static void requireWhatMustBeSeen(String name, long seed) throws InterruptedException {
        // Given
        Experiment experiment = Experiments.named(name);

        // When
        Result result = experiment.run(backend(experiment), Size.SMALL, seed);

        // Then
        assertThat(result.expectations()).isNotEmpty().allMatch(Expectation::met);
        assertThat(result.figures()).isNotEmpty().allSatisfy(SmallExperiments::requirePoints);
    }

    private static Backend backend(Experiment experiment) {
        Map<String, String> settings = experiment.allSettings();
        settings.put("shards", "1");
        HebbConfig config = ConfigReader.read(settings);
        return new EngineBackend(config.shard(), config.learning().base());
    }

    private static void requirePoints(Figure figure) {
        assertThat(figure.lines()).isNotEmpty().allSatisfy(line -> {
            List<?> xs = figure.categories().isEmpty() ? line.xs() : figure.categories();
            assertThat(line.ys()).isNotEmpty().hasSameSizeAs(xs).allMatch(Double::isFinite);
        });
    }
}
