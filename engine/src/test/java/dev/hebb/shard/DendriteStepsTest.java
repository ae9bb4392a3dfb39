package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.engine.MemoryStorage;
import dev.hebb.framing.Frame;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A window of a dendrite is computed from what was given alone: in whatever order, and on whatever thread. */
class DendriteStepsTest {
    private static final int DENSE = 2_000;
    private static final int CANDIDATES = 4;

    private final Learning learning = ShardFixture.forgetful();

    @ParameterizedTest
    @CsvSource({DENSE + ", 1", DENSE + ", 2", DENSE + ", 4", CANDIDATES + ", 2", CANDIDATES + ", 4"})
    void severalDendritesAtOnceComeToWhatOneAfterAnotherDoes(int denseMaxNeurons, int workers) {
        // Given
        ShardConfig config = ShardFixture.config(1, denseMaxNeurons);
        List<Frame> frames = ShardFixture.frames(ShardFixture.spikes(7));
        MemoryStorage oneByOne = new MemoryStorage(ShardFixture.AXIS);
        MemoryStorage together = new MemoryStorage(ShardFixture.AXIS);
        // When
        PublishedLines expected =
                run(frames, config, new SequentialRunner(new DendriteScratch(config, learning)), oneByOne);
        PublishedLines published;
        try (Workers threads = new Workers(workers)) {
            StepRunner runner = new ParallelRunner(threads, () -> new DendriteScratch(config, learning));
            published = run(frames, config, runner, together);
        }
        // Then: everything happened that can
        assertThat(expected.count("counts", "")).isPositive();
        for (String kind : List.of("FORMED", "MASKED", "UNMASKED", "PRUNED")) {
            assertThat(expected.count("change", "kind=" + kind)).as(kind).isPositive();
        }
        assertThat(published.lines).isEqualTo(expected.lines);
        assertThat(ShardFixture.histograms(together, config)).isEqualTo(ShardFixture.histograms(oneByOne, config));
    }

    private PublishedLines run(List<Frame> frames, ShardConfig config, StepRunner runner, MemoryStorage storage) {
        PublishedLines published = new PublishedLines();
        NetworkShard shard = NetworkShard.open(config, learning, runner, 0, storage);
        frames.forEach(frame -> shard.accept(frame, published));
        return published;
    }
}
