package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.framing.Frame;
import dev.hebb.shard.CoFiringConfig;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.Shards;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the number of bytes that a closed window writes of a shard's state. ADR 019 has these numbers. */
class StateBytesTest {
    private static final long WINDOW = 10_000_000;
    private static final int SHARDS = 8;

    private final ShardConfig config = new ShardConfig(
            LagAxis.standard(), WINDOW, SHARDS, 30, new CoFiringConfig(CoFiringConfig.Publish.NEVER, 0, 1, 5_000), 2);

    /**
     * Every neuron fires once in every window.
     *
     * @param first bytes of the window in which all neurons are first seen, at most
     * @param later bytes of every later window, at most
     */
    @ParameterizedTest
    @CsvSource({"1000, 126000, 250", "32768, 300000, 250"})
    void aWindowWritesLittleHoweverManyNeuronsThereAre(int neurons, long first, long later) {
        // Given
        ShardStores stores = InMemoryStores.shard();
        WrittenRows written = new WrittenRows(stores.progress());
        NetworkShard shard = NetworkShard.open(new DendriteScratch(config, Learning.standard()), 0, storage(stores));

        // When
        shard.accept(window(0, neurons), new RecordedOutputs());

        // Then
        assertThat(written.bytes()).isBetween(2L * neurons, first);
        for (int window = 1; window < 3; window++) {
            written.clear();
            shard.accept(window(window, neurons), new RecordedOutputs());
            assertThat(written.bytes()).isBetween(1L, later);
        }
    }

    private StoredShard storage(ShardStores stores) {
        return new StoredShard(
                stores, "net", Shards.ownedBy(0, SHARDS), config.axis().cells());
    }

    /** Spikes of neurons with every fourth number, as of a probe's channels, evenly over the window. */
    private static Frame window(int window, int neurons) {
        long[] times = new long[neurons];
        int[] ids = new int[neurons];
        for (int i = 0; i < neurons; i++) {
            times[i] = window * WINDOW + i * (WINDOW / neurons);
            ids[i] = 4 * i;
        }
        return new Frame("net", window, (window + 1) * WINDOW, times, ids, List.of());
    }
}
