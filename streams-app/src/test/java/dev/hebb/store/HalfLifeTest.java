package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.evidence.EvidenceConfig;
import dev.hebb.shard.DendriteHistograms;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.NetworkShard;
import dev.hebb.store.PlantedSpikes.Spike;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cumulative counts with a half-life: what is older weighs less. */
class HalfLifeTest {
    private static final long WINDOW = 10_000_000;
    private static final LagAxis AXIS = LagAxis.standard();
    private static final int NEURONS = 6;

    @Test
    void passesOnceForEachHalfLifeOfObservedTime() {
        EvidenceConfig evidence = config("7_000_000", 1).learning().base().evidence();

        assertThat(evidence.halvings(0, 6_999_999)).isZero();
        assertThat(evidence.halvings(6_999_999, 7_000_000)).isOne();
        assertThat(evidence.halvings(7_000_000, 21_000_000)).isEqualTo(2);
        assertThat(evidence.halvings(0, Long.MAX_VALUE)).isEqualTo(31);
        assertThat(config("0", 1).learning().base().evidence().halvings(0, Long.MAX_VALUE))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void halvesEveryCount(boolean dense) {
        ShardStores stores = InMemoryStores.shard();
        StoredShard storage = new StoredShard(stores, "net", neuron -> true, AXIS.cells());
        KeptHistograms kept = new KeptHistograms(storage, 3, dense, AXIS.cells());
        DendriteHistograms before = kept.load(2);
        before.add(RowOf.cell(AXIS, 2, 1, 9), 2, slot -> true);
        before.halve(2, 2);
        kept.save();

        DendriteHistograms after = kept.load(2);
        after.add(RowOf.cell(AXIS, 2, 1, 1), 2, slot -> true);
        assertThat(after.counts()[after.from(1)]).isEqualTo(9 / 4 + 1);
    }

    @Test
    void aLongPastFadesBehindAShortHalfLife() {
        // Given: 60 windows, and turns of 5
        List<Spike> spikes = PlantedSpikes.planted(7, NEURONS, 5, 60 * WINDOW, 2, 0.5, 3_000);

        // When
        long all = cumulative(spikes, config("0", 5));
        long faded = cumulative(spikes, config("100_000_000", 5));

        // Then: 5 of 60 windows new, 55 of half-life 10 before them: 1/2 + 1/4 + … of ten windows each, or more
        assertThat(faded).isBetween(all / 8, all / 2);
    }

    private static HebbConfig config(String halfLifeMicros, int judgeEveryWindows) {
        return ConfigReader.read(Settings.of(
                Map.of(),
                Map.of(),
                Map.of(
                        "shards",
                        "1",
                        "co-firing.publish",
                        "never",
                        "judge-every-windows",
                        Integer.toString(judgeEveryWindows),
                        "evidence.half-life-micros",
                        halfLifeMicros)));
    }

    private static long cumulative(List<Spike> spikes, HebbConfig config) {
        ShardStores stores = InMemoryStores.shard();
        StoredShard storage = new StoredShard(stores, "net", neuron -> true, AXIS.cells());
        NetworkShard shard = NetworkShard.open(
                new DendriteScratch(config.shard(), config.learning().base()), 0, storage);
        PlantedSpikes.frames(spikes, WINDOW, WINDOW, List.of())
                .forEach(frame -> shard.accept(frame, new RecordedOutputs()));
        long sum = 0;
        for (int post = 0; post < NEURONS; post++) {
            DendriteHistograms histograms = new KeptHistograms(storage, post, true, AXIS.cells()).load(NEURONS);
            sum += Arrays.stream(histograms.counts(), 0, NEURONS * AXIS.cells())
                    .asLongStream()
                    .sum();
        }
        return sum;
    }
}
