package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.framing.Frame;
import dev.hebb.shard.DendriteHistograms;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.ShardState;
import dev.hebb.store.PlantedSpikes.Spike;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pruned is pruned everywhere, and once: where structural plasticity has gone wrong. */
class PrunedEverywhereTest {
    private static final long WINDOW = 1_000_000;
    private static final int NEURONS = 8;
    private static final long PRACTISED = 40 * WINDOW;
    private static final long LIFE = 120 * WINDOW;

    private final HebbConfig config = ConfigReader.read(Settings.of(
            Map.of(),
            Map.of(),
            Map.of(
                    "shards", "1",
                    "window-micros", Long.toString(WINDOW),
                    "judge-every-windows", "5",
                    "stages.growth.decay-micros", "10000000",
                    "stages.growth.dormant-term-micros", "10000000")));
    private final ShardStores stores = InMemoryStores.shard();
    private final StoredShard storage =
            new StoredShard(stores, "net", neuron -> true, config.shard().axis().cells());
    private final RecordedOutputs recorded = new RecordedOutputs();
    private List<Frame> frames = List.of();

    /** Given: neurons 0 → 1, 2 → 3 and 4 → 5 practise, and then never fire together again but by chance. */
    @BeforeEach
    void practise() {
        Stream<Spike> practised = PlantedSpikes.planted(3, NEURONS, 8, PRACTISED, 3, 0.7, 3_000).stream();
        Stream<Spike> unused = PlantedSpikes.planted(4, NEURONS, 1, LIFE - PRACTISED, 0, 0, 0).stream()
                .map(spike -> new Spike(spike.timeMicros() + PRACTISED, spike.neuron()));
        frames = PlantedSpikes.frames(Stream.concat(practised, unused).toList(), WINDOW, WINDOW, List.of());
    }

    private NetworkShard open() {
        return NetworkShard.open(
                new DendriteScratch(config.shard(), config.learning().base()), 0, storage);
    }

    private TreeMap<Integer, Integer> synapsesByPost() {
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        storage.eachDendrite((post, row) -> sizes.put(post, row.size()));
        return sizes;
    }

    private long changes(String kind) {
        return recorded.changesByPost.values().stream()
                .flatMap(List::stream)
                .filter(change -> change.contains("kind=" + kind))
                .count();
    }

    @Test
    void aPrunedSynapseIsInNoRowNoHistogramAndNoOutput() {
        // When
        NetworkShard shard = open();
        frames.forEach(frame -> shard.accept(frame, recorded));
        // Then
        assertThat(changes("FORMED")).isEqualTo(3);
        assertThat(changes("PRUNED")).isEqualTo(3);
        assertThat(synapsesByPost()).isEmpty();
        assertThat(recorded.dendrites.values()).noneMatch(row -> row.contains("Synapse"));
        assertThat(peak(1)).isLessThan(20);
    }

    @Test
    void pruningAgainDoesNothing() {
        // Given
        NetworkShard shard = open();
        frames.forEach(frame -> shard.accept(frame, recorded));
        long pruned = changes("PRUNED");
        // When: everything is delivered again, to the same shard and to one that was opened again
        frames.forEach(frame -> shard.accept(frame, recorded));
        NetworkShard reopened = open();
        frames.forEach(frame -> reopened.accept(frame, recorded));
        // Then
        assertThat(changes("PRUNED")).isEqualTo(pruned);
        assertThat(synapsesByPost()).isEmpty();
    }

    @Test
    void pairsThatAreNotSynapsesHaveNoRow() {
        // When: only while they practise
        NetworkShard shard = open();
        frames.stream()
                .filter(frame -> frame.watermarkMicros() <= PRACTISED)
                .forEach(frame -> shard.accept(frame, recorded));
        // Then: three synapses, and not one for each of 56 pairs
        assertThat(synapsesByPost().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(3);
    }

    /** Largest count of the cumulative histogram of post − 1 → post. */
    private int peak(int post) {
        int cells = config.shard().axis().cells();
        DendriteHistograms histograms = new KeptHistograms(storage, post, true, cells).load(NEURONS);
        ShardState state = storage.loadState();
        int slot = state == null ? -1 : state.neurons().find(post - 1);
        int from = histograms.from(slot);
        return Arrays.stream(histograms.counts(), from, from + cells).max().orElse(0);
    }
}
