package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.shard.DendriteHistograms;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.NetworkShard;
import dev.hebb.store.PlantedSpikes.Spike;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large networks: histograms of candidates only. */
class CandidateHistogramsTest {
    private static final LagAxis AXIS = LagAxis.standard();
    private static final int SLOTS = 100;

    @Test
    void keepsTheCountsOfManyCandidates() {
        // Given
        StoredShard storage = storage(InMemoryStores.shard());
        CountRow row = RowOf.everySlot(AXIS, SLOTS);

        // When: half of them are admitted, and then all are counted again
        KeptHistograms kept = new KeptHistograms(storage, 0, false, AXIS.cells());
        kept.load(SLOTS).add(row, SLOTS, slot -> slot % 2 == 1);
        kept.save();
        DendriteHistograms second = kept.load(SLOTS);
        second.add(row, SLOTS, slot -> false);

        // Then
        for (int slot = 1; slot < SLOTS; slot++) {
            assertThat(second.has(slot)).isEqualTo(slot % 2 == 1);
            for (int cell = 0; cell < AXIS.cells() && second.has(slot); cell++) {
                assertThat(second.counts()[second.from(slot) + cell]).isEqualTo(2 * row.count(slot, cell));
            }
        }
    }

    @Test
    void aDendriteThatWasDenseGoesOnWithAllItHas() {
        // Given
        StoredShard storage = storage(InMemoryStores.shard());
        CountRow row = RowOf.everySlot(AXIS, SLOTS);
        KeptHistograms dense = new KeptHistograms(storage, 0, true, AXIS.cells());
        dense.load(SLOTS).add(row, SLOTS, slot -> true);
        dense.save();

        // When
        DendriteHistograms sparse = new KeptHistograms(storage, 0, false, AXIS.cells()).load(SLOTS);
        sparse.add(row, SLOTS, slot -> false);

        // Then
        for (int slot = 1; slot < SLOTS; slot++) {
            for (int cell = 0; cell < AXIS.cells(); cell++) {
                assertThat(sparse.counts()[sparse.from(slot) + cell]).isEqualTo(2 * row.count(slot, cell));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void forgetsThePairsOfAPrunedSynapseAlone(boolean dense) {
        // Given: three blocks of slots
        int slots = 600;
        StoredShard storage = storage(InMemoryStores.shard());
        CountRow row = RowOf.everySlot(AXIS, slots);
        KeptHistograms kept = new KeptHistograms(storage, 0, dense, AXIS.cells());
        kept.load(slots).add(row, slots, slot -> true);
        kept.save();

        // When
        storage.forgetHistograms(0, new int[] {599, 3, 5}, dense);

        // Then
        DendriteHistograms left = kept.load(slots);
        for (int slot = 1; slot < slots; slot++) {
            boolean forgotten = slot == 3 || slot == 5 || slot == 599;
            int at = slot;
            int sum = left.has(slot)
                    ? IntStream.range(0, AXIS.cells())
                            .map(cell -> left.counts()[left.from(at) + cell])
                            .sum()
                    : 0;
            int counted = IntStream.range(0, AXIS.cells())
                    .map(cell -> row.count(at, cell))
                    .sum();
            assertThat(sum).as("slot %d", slot).isEqualTo(forgotten ? 0 : counted);
        }
    }

    @Test
    void findsAStrongSynapseWithoutFullHistograms() {
        // Given: 40 neurons, of which neuron 1 follows neuron 0
        long window = 10_000_000;
        List<Spike> spikes = PlantedSpikes.planted(3, 40, 5, 150 * window, 1, 0.4, 3_000);
        HebbConfig config = ConfigReader.read(Settings.of(
                Map.of(), Map.of(), Map.of("shards", "1", "co-firing.publish", "never", "dense-max-neurons", "10")));
        StoredShard storage = storage(InMemoryStores.shard());
        NetworkShard shard = NetworkShard.open(
                new DendriteScratch(config.shard(), config.learning().base()), 0, storage);
        RecordedOutputs recorded = new RecordedOutputs();

        // When
        PlantedSpikes.frames(spikes, window, window, List.of()).forEach(frame -> shard.accept(frame, recorded));

        // Then
        assertThat(recorded.changesByPost).containsOnlyKeys(1);
        assertThat(recorded.changesByPost.getOrDefault(1, List.of()).get(0))
                .contains("FORMED")
                .contains("pre=0");
    }

    private static StoredShard storage(ShardStores stores) {
        return new StoredShard(stores, "net", neuron -> true, AXIS.cells());
    }
}
