package dev.hebb.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Deletes all rows of a network from a store, whatever they hold: each becomes a tombstone in the changelog. */
final class NetworkRows {
    /** So many keys are in memory at once: a network of thousands of neurons has millions of rows. */
    private static final int AT_ONCE = 10_000;

    private NetworkRows() {}

    static void delete(KeyValueStore<Bytes, byte[]> store, StoreKey network) {
        delete(store, network.only(), network.last());
    }

    /** Deletes the rows between two keys, both inclusive. */
    static void delete(KeyValueStore<Bytes, byte[]> store, Bytes from, Bytes to) {
        Bytes next = from;
        List<Bytes> keys = keys(store, next, to);
        while (!keys.isEmpty()) {
            keys.forEach(store::delete);
            next = keys.get(keys.size() - 1);
            keys = keys(store, next, to);
        }
    }

    private static List<Bytes> keys(KeyValueStore<Bytes, byte[]> store, Bytes from, Bytes to) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(from, to)) {
            while (rows.hasNext() && keys.size() < AT_ONCE) {
                keys.add(rows.next().key);
            }
        }
        return keys;
    }
}
