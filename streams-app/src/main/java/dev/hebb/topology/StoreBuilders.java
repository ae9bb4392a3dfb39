package dev.hebb.topology;

import dev.hebb.store.StoreNames;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builders of the stores: RocksDB, a changelog, and mostly a record cache that absorbs rewrites within a commit. */
final class StoreBuilders {
    private StoreBuilders() {}

    /**
     * Caching is off by default in the Processor API; it is the biggest lever there is (docs/adr). Histograms are the
     * exception: a row is large and written once in many windows, so that a cache would only keep it until the commit,
     * which then waits for all of them at once.
     */
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> of(String name) {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(ChangelogSettings.OF_STORES);
        return name.equals(StoreNames.HISTOGRAMS) ? store.withCachingDisabled() : store.withCachingEnabled();
    }
}
