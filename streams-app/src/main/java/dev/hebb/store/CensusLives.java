package dev.hebb.store;

import dev.hebb.row.LivesRow;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How often each shard of a network has forgotten it while others have not yet. Shards run on their own, so that one
 * may report on a new network of the same name before another has forgotten the old one. Such reports wait under the
 * number of their shard plus the number of all shards, times how far the shard is ahead.
 */
final class CensusLives {
    /** Comes before the reports. */
    private static final int LIVES = -1;

    private final KeyValueStore<Bytes, byte[]> store;
    private final StoreKey key;

    CensusLives(KeyValueStore<Bytes, byte[]> store, StoreKey key) {
        this.store = store;
        this.key = key;
    }

    /** By shard, how often it has forgotten the network; a new array. */
    int[] ahead(int shards) {
        byte[] row = store.get(key.with(LIVES));
        return row == null ? new int[shards] : LivesRow.unpack(row);
    }

    /** Keeps how far shards are ahead, as long as one is. */
    void save(int[] ahead) {
        if (Arrays.stream(ahead).allMatch(lead -> lead == 0)) {
            store.delete(key.with(LIVES));
        } else {
            store.put(key.with(LIVES), LivesRow.pack(ahead));
        }
    }

    /** The reports of shards that are ahead, under the keys that they have once all shards have forgotten once more. */
    Map<Bytes, byte[]> waiting(int shards) {
        Map<Bytes, byte[]> waiting = new HashMap<>();
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(key.with(shards), key.last())) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                long window = windowOf(row.key);
                waiting.put(key.with(key.firstInt(row.key) - shards, window), row.value);
            }
        }
        return waiting;
    }

    private static long windowOf(Bytes key) {
        byte[] bytes = key.get();
        return ByteBuffer.wrap(bytes, bytes.length - Long.BYTES, Long.BYTES).getLong() ^ Long.MIN_VALUE;
    }
}
