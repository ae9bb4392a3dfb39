package dev.hebb.store;

import dev.hebb.row.SampleRow;
import dev.hebb.shard.NetworkSample;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The row of a network's sample in {@link StoreNames#SHARD_PROGRESS}. */
public final class SampleRows {
    /** Comes before the blocks of neurons and the row of control. */
    private static final int SAMPLE = -2;

    private SampleRows() {}

    /** The key of a network's sample. */
    static Bytes key(StoreKey network) {
        return network.with(SAMPLE);
    }

    /**
     * The sample in a store, also while a task writes it.
     *
     * @param cells of a two-sided histogram
     * @return null if none was saved
     */
    public static @Nullable NetworkSample read(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, StoreKey network, int cells) {
        byte[] row = store.get(key(network));
        return row == null ? null : SampleRow.unpack(row, cells);
    }
}
