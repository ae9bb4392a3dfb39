package dev.hebb.api.streams;

import dev.hebb.store.StoreNames;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of one shard, to be read.
 *
 * @param coFiring windowed counts that an earlier version kept
 */
record QueryStores(
        ReadOnlyKeyValueStore<Bytes, byte[]> spikeLog,
        ReadOnlyKeyValueStore<Bytes, byte[]> progress,
        ReadOnlyKeyValueStore<Bytes, byte[]> synapses,
        ReadOnlyKeyValueStore<Bytes, byte[]> histograms,
        ReadOnlyKeyValueStore<Bytes, byte[]> coFiring) {
    /** Opens the stores by name. */
    static QueryStores open(Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> byName) {
        return new QueryStores(
                byName.apply(StoreNames.SPIKE_LOG),
                byName.apply(StoreNames.SHARD_PROGRESS),
                byName.apply(StoreNames.SYNAPSES),
                byName.apply(StoreNames.HISTOGRAMS),
                byName.apply(StoreNames.CO_FIRING_WINDOWS));
    }
}
