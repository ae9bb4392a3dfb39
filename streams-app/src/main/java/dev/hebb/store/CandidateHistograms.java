package dev.hebb.store;

import dev.hebb.cofiring.CountRow;
import dev.hebb.row.CandidateRow;
import dev.hebb.row.Candidates;
import dev.hebb.row.HistogramBlock;
import dev.hebb.shard.DendriteHistograms;
import java.util.function.IntPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Histograms of a dendrite's candidates only, in one row: what is kept where a network is too large for a full set. A
 * dendrite that was dense so far begins with all that it has as candidates.
 */
final class CandidateHistograms implements DendriteHistograms {
    /** Comes before the blocks of a dense dendrite. */
    static final int CANDIDATES = -1;

    /** The row has to fit into a message of 8 MB, were all its counters of four bytes. */
    private static final int LARGEST_ROW_CELLS = 2_000_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final StoreKey key;
    private final int post;
    private Candidates now;
    private Candidates next;

    /** @param cells of a two-sided histogram */
    CandidateHistograms(KeyValueStore<Bytes, byte[]> store, StoreKey key, int post, int cells) {
        this.store = store;
        this.key = key;
        this.post = post;
        this.now = new Candidates(cells);
        this.next = new Candidates(cells);
        byte[] row = store.get(key.with(post, CANDIDATES));
        if (row == null) {
            takeOverBlocks(cells);
        } else {
            CandidateRow.unpack(row, now);
        }
    }

    private void takeOverBlocks(int cells) {
        int[] block = new int[HistogramBlock.SLOTS * cells];
        byte[] packed = store.get(key.with(post, 0));
        for (int number = 0; packed != null; packed = store.get(key.with(post, number))) {
            int slots = HistogramBlock.unpack(packed, block, 0, cells);
            for (int i = 0; i < slots; i++) {
                now.append(number * HistogramBlock.SLOTS + i, block, i * cells);
            }
            store.delete(key.with(post, number));
            number++;
        }
    }

    @Override
    public void add(CountRow row, int slots, IntPredicate admit) {
        next.clear();
        for (int slot = 0; slot < slots; slot++) {
            int known = now.indexOf(slot);
            if (known >= 0) {
                next.append(slot, now.counts(), known * now.cells());
                row.addTo(slot, next.counts(), from(next.size() - 1, next));
            } else if (row.isTouched(slot) && isRoom() && admit.test(slot)) {
                int at = next.append(slot); // which may replace the array
                row.addTo(slot, next.counts(), at);
            }
        }
        swap();
    }

    private boolean isRoom() {
        return (next.size() + 1) * (long) next.cells() <= LARGEST_ROW_CELLS;
    }

    @Override
    public void halve(int times, int slots) {
        int[] counts = now.counts();
        for (int i = 0; i < now.size() * now.cells(); i++) {
            counts[i] >>= times;
        }
    }

    @Override
    public boolean has(int preSlot) {
        return now.indexOf(preSlot) >= 0;
    }

    @Override
    public int[] counts() {
        return now.counts();
    }

    @Override
    public int from(int preSlot) {
        return from(now.indexOf(preSlot), now);
    }

    @Override
    public void retain(IntPredicate keep) {
        next.clear();
        for (int i = 0; i < now.size(); i++) {
            if (keep.test(now.slot(i))) {
                next.append(now.slot(i), now.counts(), from(i, now));
            }
        }
        swap();
    }

    @Override
    public void forget(int preSlot) {
        retain(slot -> slot != preSlot);
    }

    @Override
    public void save() {
        store.put(key.with(post, CANDIDATES), CandidateRow.pack(now));
    }

    private static int from(int index, Candidates in) {
        return index * in.cells();
    }

    private void swap() {
        Candidates before = now;
        now = next;
        next = before;
    }
}
