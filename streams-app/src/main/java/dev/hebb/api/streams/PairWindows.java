package dev.hebb.api.streams;

import dev.hebb.api.view.PairCounts;
import dev.hebb.row.CoFiringRow;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.ShardConfig;
import dev.hebb.store.StoreKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the windowed counts of one pair out of the rows of its dendrite. */
final class PairWindows {
    private PairWindows() {}

    /** Oldest first; of the windows that are kept before {@code nextWindow}. */
    static List<PairCounts> read(
            ReadOnlyKeyValueStore<Bytes, byte[]> store,
            StoreKey key,
            int pre,
            int post,
            long nextWindow,
            ShardConfig config) {
        int kept = config.coFiring().windowsKept();
        List<PairCounts> windows = new ArrayList<>();
        for (int place = 0; place < kept; place++) {
            byte[] row = store.get(key.with(post, place));
            CoFiringCounts counts = row == null ? null : CoFiringRow.unpack(row);
            // A place whose neuron was silent since has the counts of an older window.
            if (counts != null && counts.window() >= nextWindow - kept) {
                windows.add(of(counts, pre, config.axis().bins()));
            }
        }
        windows.sort(Comparator.comparingLong(PairCounts::window));
        return windows;
    }

    private static PairCounts of(CoFiringCounts counts, int pre, int bins) {
        int[] byLag = new int[bins];
        int partner = Arrays.binarySearch(counts.pre(), pre);
        if (partner < 0) {
            return new PairCounts(counts.window(), null, counts.postSpikes(), 0, byLag);
        }
        for (int cell = 0; cell < counts.counts().length; cell++) {
            if (counts.cellPre()[cell] == partner) {
                byLag[counts.cellLagBin()[cell]] = counts.counts()[cell];
            }
        }
        return new PairCounts(
                counts.window(),
                counts.preSpikes()[partner],
                counts.postSpikes(),
                counts.coincidences()[partner],
                byLag);
    }
}
