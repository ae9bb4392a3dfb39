package dev.hebb.experiment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.experiment.protocol.Experiments;
import org.junit.jupiter.api.Test;

/** Names of experiments; {@link ExperimentsIT} runs all of them, with several seeds. */
class ExperimentsTest {
    @Test
    void namesThoseThereAreWhereThereIsNone() {
        assertThatThrownBy(() -> Experiments.named("sleep"))
                .hasMessageContaining("there is no experiment 'sleep'")
                .hasMessageContainingAll(SmallExperiments.names().toArray(String[]::new));
    }
}
