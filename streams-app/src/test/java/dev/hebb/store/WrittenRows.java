package dev.hebb.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The rows that were put into an in-memory store since the last look: those whose array is another one than it was
 * then.
 */
final class WrittenRows {
    private final KeyValueStore<Bytes, byte[]> store;
    private Map<Bytes, byte[]> before = Map.of();

    WrittenRows(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Starts to count what is put from now on. */
    void clear() {
        before = all();
    }

    /** Keys of the rows. */
    List<Bytes> keys() {
        List<Bytes> keys = new ArrayList<>();
        all().forEach((key, row) -> {
            if (before.get(key) != row) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** Bytes of keys and values of the rows. */
    long bytes() {
        return keys().stream()
                .mapToLong(key -> key.get().length + store.get(key).length)
                .sum();
    }

    private Map<Bytes, byte[]> all() {
        Map<Bytes, byte[]> rows = new HashMap<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                rows.put(entry.key, entry.value);
            }
        }
        return rows;
    }
}
