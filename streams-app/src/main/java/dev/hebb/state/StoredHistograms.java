package dev.hebb.state;

import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads single cumulative histograms, also while a task writes them. */
public final class StoredHistograms {
    private StoredHistograms() {}

    /**
     * The histogram of one pair.
     *
     * @param store see {@link StoreNames#HISTOGRAMS}
     * @param cells of a two-sided histogram
     * @return its cells from left to right, or null if none is kept
     */
    public static int @Nullable [] read(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, StoreKey key, int post, int preSlot, int cells) {
        byte[] packed = store.get(key.with(post, preSlot / HistogramBlock.SLOTS));
        if (packed == null) {
            return null;
        }
        int[] block = new int[HistogramBlock.SLOTS * cells];
        HistogramBlock.unpack(packed, block, 0, cells);
        int from = preSlot % HistogramBlock.SLOTS * cells;
        return Arrays.copyOfRange(block, from, from + cells);
    }
}
