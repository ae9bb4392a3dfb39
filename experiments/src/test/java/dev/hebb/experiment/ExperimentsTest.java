package dev.hebb.experiment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.experiment.protocol.Experiments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shortest experiments show what they must; {@link ExperimentsIT} runs all of them, with several seeds. */
@Execution(ExecutionMode.CONCURRENT)
class ExperimentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"attention", "stress"})
    void showsWhatItMust(String name) throws InterruptedException {
        SmallExperiments.requireWhatMustBeSeen(name, 1);
    }

    @Test
    void namesThoseThereAreWhereThereIsNone() {
        assertThatThrownBy(() -> Experiments.named("sleep"))
                .hasMessageContaining("there is no experiment 'sleep'")
                .hasMessageContainingAll(SmallExperiments.names().toArray(String[]::new));
    }
}
