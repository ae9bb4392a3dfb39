package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that only a record that was written just now gets a commit of its own. */
class PromptCommitTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long BOUND = 500;

    @ParameterizedTest
    @CsvSource({"-3600000, false", "-501, false", "-500, true", "0, true", "1000, true", "1001, false", "3600000, false"
    })
    void asksForACommitIfTheRecordIsFresh(long stampAfterNow, boolean asks) {
        // Given
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(NOW);
        CauseTime time = new CauseTime();
        time.set(NOW + stampAfterNow);

        // When
        new PromptCommit(context, time, BOUND).request();

        // Then
        assertThat(context.committed()).isEqualTo(asks);
    }
}
