package dev.hebb.store;

import dev.hebb.cofiring.CountRow;
import dev.hebb.row.HistogramBlock;
import dev.hebb.shard.DendriteHistograms;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Memory in which cumulative histograms are unpacked, changed and packed again, block by block; one for all dendrites
 * of a task, which take turns. Not thread-safe.
 */
public final class HistogramScratch {
    private final int cells;
    private int[] counts = new int[0];

    /** @param cells of a two-sided histogram */
    public HistogramScratch(int cells) {
        this.cells = cells;
    }

    int cells() {
        return cells;
    }

    /** Opens a dendrite; the one that was open before must no longer be used. */
    DendriteHistograms open(KeyValueStore<Bytes, byte[]> store, StoreKey key, int post) {
        return new Open(store, key, post);
    }

    private void makeRoom(int slots) {
        int blocks = (slots + HistogramBlock.SLOTS - 1) / HistogramBlock.SLOTS;
        int length = Math.multiplyExact(blocks, HistogramBlock.SLOTS * cells);
        if (counts.length < length) {
            counts = Arrays.copyOf(counts, length);
        }
    }

    private final class Open implements DendriteHistograms {
        private final KeyValueStore<Bytes, byte[]> store;
        private final StoreKey key;
        private final int post;
        private final BitSet loaded = new BitSet();
        private final BitSet changed = new BitSet();

        Open(KeyValueStore<Bytes, byte[]> store, StoreKey key, int post) {
            this.store = store;
            this.key = key;
            this.post = post;
        }

        @Override
        public void add(CountRow row, int slots, IntPredicate admit) {
            loadToChange(slots);
            for (int slot = 0; slot < slots; slot++) {
                row.addTo(slot, counts, from(slot));
            }
        }

        @Override
        public void halve(int times, int slots) {
            loadToChange(slots);
            for (int i = 0; i < slots * cells; i++) {
                counts[i] >>= times;
            }
        }

        private void loadToChange(int slots) {
            makeRoom(slots);
            for (int slot = 0; slot < slots; slot += HistogramBlock.SLOTS) {
                load(slot / HistogramBlock.SLOTS);
                changed.set(slot / HistogramBlock.SLOTS);
            }
        }

        @Override
        public boolean has(int preSlot) {
            return true;
        }

        @Override
        public void retain(IntPredicate keep) {
            // Every pair has a histogram.
        }

        @Override
        public int[] counts() {
            return counts;
        }

        @Override
        public int from(int preSlot) {
            return preSlot * cells;
        }

        @Override
        public void forget(int preSlot) {
            int block = preSlot / HistogramBlock.SLOTS;
            makeRoom(preSlot + 1);
            load(block);
            changed.set(block);
            Arrays.fill(counts, from(preSlot), from(preSlot + 1), 0);
        }

        @Override
        public void save() {
            for (int block = changed.nextSetBit(0); block >= 0; block = changed.nextSetBit(block + 1)) {
                int from = block * HistogramBlock.SLOTS * cells;
                store.put(key.with(post, block), HistogramBlock.pack(counts, from, slotsUsed(from), cells));
            }
            changed.clear();
        }

        /** Slots of a block up to the last one with a count. */
        private int slotsUsed(int from) {
            int end = from + HistogramBlock.SLOTS * cells;
            while (end > from && counts[end - 1] == 0) {
                end--;
            }
            return (end - from + cells - 1) / cells;
        }

        private void load(int block) {
            if (!loaded.get(block)) {
                loaded.set(block);
                int from = block * HistogramBlock.SLOTS * cells;
                Arrays.fill(counts, from, from + HistogramBlock.SLOTS * cells, 0);
                byte[] packed = store.get(key.with(post, block));
                if (packed != null) {
                    HistogramBlock.unpack(packed, counts, from, cells);
                }
            }
        }
    }
}
