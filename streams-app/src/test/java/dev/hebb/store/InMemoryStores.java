package dev.hebb.store;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Real in-memory stores of Kafka Streams, as a processor would be given them. */
public final class InMemoryStores {
    private InMemoryStores() {}

    /** The stores of a shard, empty. */
    public static ShardStores shard() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        return new ShardStores(
                store(context, StoreNames.SPIKE_LOG),
                store(context, StoreNames.SHARD_PROGRESS),
                store(context, StoreNames.SYNAPSES),
                store(context, StoreNames.HISTOGRAMS),
                store(context, StoreNames.CO_FIRING_WINDOWS));
    }

    /** One store, empty. */
    public static KeyValueStore<Bytes, byte[]> store(MockProcessorContext<?, ?> context, String name) {
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
