package dev.hebb.store;

import dev.hebb.row.CandidateRow;
import dev.hebb.row.HistogramBlock;
import dev.hebb.shard.CandidateHistograms;
import dev.hebb.shard.Candidates;
import dev.hebb.shard.DenseHistograms;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The cumulative histograms of one network's dendrites in their store: in blocks of slots, or, where only candidates
 * have one, in one row. A dendrite that had blocks begins as candidates with all that they hold.
 */
final class HistogramRows {
    /** The part of the key of a row of candidates; comes before the blocks. */
    static final int CANDIDATES = -1;

    private final KeyValueStore<Bytes, byte[]> store;
    private final StoreKey key;

    HistogramRows(KeyValueStore<Bytes, byte[]> store, StoreKey key) {
        this.store = store;
        this.key = key;
    }

    /** Reads the blocks that hold these slots; zeros where there is none. */
    void load(int post, int slots, DenseHistograms into) {
        int blocks = (slots + HistogramBlock.SLOTS - 1) / HistogramBlock.SLOTS;
        int[] counts = into.reset(blocks * HistogramBlock.SLOTS);
        for (int block = 0; block < blocks; block++) {
            unpack(post, block, counts, block * HistogramBlock.SLOTS * into.cells(), into.cells());
        }
    }

    /**
     * Reads a row of candidates. Blocks that are found in its place are deleted, since what they hold is to be saved as
     * candidates.
     */
    void load(int post, CandidateHistograms into) {
        Candidates candidates = into.candidates();
        candidates.clear();
        byte[] row = store.get(key.with(post, CANDIDATES));
        if (row == null) {
            takeOverBlocks(post, candidates);
        } else {
            CandidateRow.unpack(row, candidates);
        }
    }

    /** Writes all blocks. */
    void save(int post, DenseHistograms from) {
        int blockCells = HistogramBlock.SLOTS * from.cells();
        for (int block = 0; block < from.slots() / HistogramBlock.SLOTS; block++) {
            pack(post, block, from.counts(), block * blockCells, from.cells());
        }
    }

    /** Writes a row of candidates. */
    void save(int post, CandidateHistograms from) {
        store.put(key.with(post, CANDIDATES), CandidateRow.pack(from.candidates()));
    }

    /** Sets the counts of some slots to 0. */
    void clear(int post, int[] slots, int cells) {
        int[] blocks = IntStream.of(slots)
                .map(slot -> slot / HistogramBlock.SLOTS)
                .distinct()
                .toArray();
        int[] counts = new int[HistogramBlock.SLOTS * cells];
        for (int block : blocks) {
            Arrays.fill(counts, 0);
            unpack(post, block, counts, 0, cells);
            for (int slot : slots) {
                if (slot / HistogramBlock.SLOTS == block) {
                    int from = slot % HistogramBlock.SLOTS * cells;
                    Arrays.fill(counts, from, from + cells, 0);
                }
            }
            pack(post, block, counts, 0, cells);
        }
    }

    private void unpack(int post, int block, int[] into, int from, int cells) {
        byte[] packed = store.get(key.with(post, block));
        if (packed != null) {
            HistogramBlock.unpack(packed, into, from, cells);
        }
    }

    private void pack(int post, int block, int[] counts, int from, int cells) {
        store.put(key.with(post, block), HistogramBlock.pack(counts, from, slotsUsed(counts, from, cells), cells));
    }

    /** Slots of a block up to the last one with a count. */
    private static int slotsUsed(int[] counts, int from, int cells) {
        int end = from + HistogramBlock.SLOTS * cells;
        while (end > from && counts[end - 1] == 0) {
            end--;
        }
        return (end - from + cells - 1) / cells;
    }

    private void takeOverBlocks(int post, Candidates candidates) {
        int cells = candidates.cells();
        int[] block = new int[HistogramBlock.SLOTS * cells];
        byte[] packed = store.get(key.with(post, 0));
        for (int number = 0; packed != null; packed = store.get(key.with(post, number))) {
            int slots = HistogramBlock.unpack(packed, block, 0, cells);
            for (int i = 0; i < slots; i++) {
                candidates.append(number * HistogramBlock.SLOTS + i, block, i * cells);
            }
            store.delete(key.with(post, number));
            number++;
        }
    }
}
