package dev.hebb.store;

import dev.hebb.row.CandidateRow;
import dev.hebb.row.HistogramBlock;
import dev.hebb.shard.Candidates;
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
        byte[] candidates = store.get(key.with(post, HistogramRows.CANDIDATES));
        if (candidates != null) {
            return ofCandidate(candidates, preSlot, cells);
        }
        byte[] block = store.get(key.with(post, preSlot / HistogramBlock.SLOTS));
        return block == null ? null : ofBlock(block, preSlot % HistogramBlock.SLOTS, cells);
    }

    private static int @Nullable [] ofCandidate(byte[] row, int preSlot, int cells) {
        Candidates candidates = new Candidates(cells);
        CandidateRow.unpack(row, candidates);
        int index = candidates.indexOf(preSlot);
        return index < 0 ? null : Arrays.copyOfRange(candidates.counts(), index * cells, (index + 1) * cells);
    }

    private static int[] ofBlock(byte[] packed, int place, int cells) {
        int[] block = new int[HistogramBlock.SLOTS * cells];
        HistogramBlock.unpack(packed, block, 0, cells);
        return Arrays.copyOfRange(block, place * cells, (place + 1) * cells);
    }
}
