package dev.hebb.store;

import dev.hebb.row.CandidateRow;
import dev.hebb.row.HistogramBlock;
import dev.hebb.shard.Candidates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /**
     * The histograms of all pairs of a dendrite.
     *
     * @param slots how many neurons the network has
     * @return none if only candidates have histograms
     */
    public static List<int[]> ofDendrite(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, StoreKey key, int post, int slots, int cells) {
        List<int[]> histograms = new ArrayList<>();
        if (store.get(key.with(post, HistogramRows.CANDIDATES)) != null) {
            return histograms;
        }
        for (int slot = 0; slot < slots; slot += HistogramBlock.SLOTS) {
            byte[] block = store.get(key.with(post, slot / HistogramBlock.SLOTS));
            if (block != null) {
                int[] counts = new int[HistogramBlock.SLOTS * cells];
                HistogramBlock.unpack(block, counts, 0, cells);
                for (int place = 0; place < HistogramBlock.SLOTS; place++) {
                    histograms.add(Arrays.copyOfRange(counts, place * cells, (place + 1) * cells));
                }
            }
        }
        return histograms;
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
