package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.framing.Frame;
import dev.hebb.framing.Gap;
import dev.hebb.shard.CoFiringConfig;
import dev.hebb.shard.DendriteHistograms;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.ShardConfig;
import dev.hebb.store.PlantedSpikes.Spike;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that all dendrites are recounted before a gap, whenever they were last: every pair counts once, none twice.
 */
class RecountBeforeGapTest {
    private static final long WINDOW = 1_000_000;
    private static final int NEURONS = 8;

    private final ShardConfig config = new ShardConfig(
            LagAxis.standard(), WINDOW, 1, 10, new CoFiringConfig(CoFiringConfig.Publish.NEVER, 0, 1, 5_000), 2_000);

    /**
     * Begins the gap in the middle of the last window, at its end, and so late that it is known only when that window
     * has closed.
     */
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void everyPairIsInTheCumulativeHistogramsOnce(long afterLastWindow) {
        // Given: 24 windows, which is no multiple of the 10 between two turns; what comes then is a gap
        List<Spike> spikes = PlantedSpikes.planted(7, NEURONS, 20, 24 * WINDOW, 2, 0.5, 3_000);
        Spike later = new Spike(100 * WINDOW, 0);
        List<Frame> frames = PlantedSpikes.frames(
                Stream.concat(spikes.stream(), Stream.of(later)).toList(),
                WINDOW,
                WINDOW,
                List.of(new Gap(24 * WINDOW + afterLastWindow, 100 * WINDOW)));

        // When
        ShardStores stores = InMemoryStores.shard();
        NetworkShard shard = NetworkShard.open(new DendriteScratch(config, Learning.standard()), 0, storage(stores));
        frames.forEach(frame -> shard.accept(frame, new RecordedOutputs()));

        // Then: both orders of every pair
        long pairs = PlantedSpikes.bruteForce(spikes, config).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        long counted = 0;
        for (int post = 0; post < NEURONS; post++) {
            counted += Arrays.stream(histograms(stores, post)).asLongStream().sum();
        }
        assertThat(counted).isEqualTo(2 * pairs);
    }

    private int[] histograms(ShardStores stores, int post) {
        DendriteHistograms histograms =
                new KeptHistograms(storage(stores), post, true, config.axis().cells()).load(NEURONS);
        return Arrays.copyOf(histograms.counts(), NEURONS * config.axis().cells());
    }

    private StoredShard storage(ShardStores stores) {
        return new StoredShard(stores, "net", neuron -> true, config.axis().cells());
    }
}
