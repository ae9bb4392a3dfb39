package dev.hebb.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every experiment shows what it must with each of three seeds. */
@Execution(ExecutionMode.CONCURRENT)
class ExperimentsIT {
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    static Stream<Arguments> namesAndSeeds() {
        return SmallExperiments.names().stream().flatMap(name -> SEEDS.stream().map(seed -> Arguments.of(name, seed)));
    }

    @ParameterizedTest
    @MethodSource("namesAndSeeds")
    void showsWhatItMust(String name, long seed) throws InterruptedException {
        SmallExperiments.requireWhatMustBeSeen(name, seed);
    }
}
