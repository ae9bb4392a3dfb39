package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.framing.Frame;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.NetworkShard;
import dev.hebb.store.PlantedSpikes.Spike;
import dev.hebb.synapse.DendriteSynapses;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the published dendrites alone give the weights, while they grow and while they decay. */
class PublishedWeightsTest {
    private static final long WINDOW = 1_000_000;
    private static final double STEP = 0.05;

    private final HebbConfig config = ConfigReader.read(Settings.of(
            Map.of(),
            Map.of(),
            Map.of("shards", "1", "window-micros", Long.toString(WINDOW), "judge-every-windows", "20")));
    private final StoredShard storage = new StoredShard(
            InMemoryStores.shard(), "net", neuron -> true, config.shard().axis().cells());
    private final RecordedOutputs recorded = new RecordedOutputs();

    @Test
    void publishedWeightsAreNeverAStepAwayFromTheRows() {
        // Given: practised for a minute, then never again but by chance
        Stream<Spike> practised = PlantedSpikes.planted(3, 8, 8, 60 * WINDOW, 3, 0.7, 3_000).stream();
        Stream<Spike> unused = PlantedSpikes.planted(4, 8, 1, 60 * WINDOW, 0, 0, 0).stream()
                .map(spike -> new Spike(spike.timeMicros() + 60 * WINDOW, spike.neuron()));
        NetworkShard shard = NetworkShard.open(
                new DendriteScratch(config.shard(), config.learning().base()), 0, storage);
        List<Frame> frames =
                PlantedSpikes.frames(Stream.concat(practised, unused).toList(), WINDOW, WINDOW, List.of());
        for (Frame frame : frames) {
            // When
            shard.accept(frame, recorded);
            // Then
            storage.eachDendrite(this::isAsPublished);
        }
        assertThat(recorded.weightsByPost).isNotEmpty();
    }

    private void isAsPublished(int post, DendriteSynapses row) {
        Map<Integer, Double> published = recorded.weightsByPost.getOrDefault(post, Map.of());
        for (int i = 0; i < row.size(); i++) {
            assertThat(row.weight(i))
                    .as("weight of %d → %d", row.pre(i), post)
                    .isCloseTo(published.get(row.pre(i)), within(STEP));
        }
    }
}
