package dev.hebb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pairs that are judged are what the benchmark calls them. */
class JudgeBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {15, 60})
    void judgesConnectedAndUnconnectedPairs(int countsPerBin) {
        // Given
        JudgeBenchmark benchmark = new JudgeBenchmark();
        benchmark.countsPerBin = countsPerBin;
        benchmark.prepare();

        // Then
        assertThat(benchmark.unconnectedPair()).isZero();
        assertThat(benchmark.connectedPair()).isGreaterThan(JudgeBenchmark.PAIRS * 9 / 10);
        assertThat(benchmark.pairOfADendrite())
                .isBetween(
                        JudgeBenchmark.PAIRS * 9 / 10 / JudgeBenchmark.CONNECTED_EVERY,
                        JudgeBenchmark.PAIRS / JudgeBenchmark.CONNECTED_EVERY);
    }
}
