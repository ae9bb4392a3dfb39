package dev.hebb.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.experiment.report.Expectation;
import dev.hebb.experiment.report.Result;
import java.util.List;
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
        // When
        Result result = experiment.run(new EngineLaboratory(experiment), Size.SMALL, 1);
        // Then
        assertThat(result.expectations()).isNotEmpty().allMatch(Expectation::met);
    }
}
