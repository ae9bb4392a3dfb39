package dev.hebb.api.streams;

import dev.hebb.api.view.PairCounts;
import dev.hebb.row.CoFiringRow;
import dev.hebb.row.FrameCodec;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.LastWindows;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.ShardState;
import dev.hebb.store.StoreKey;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Counts the last windows of one pair again, from the spikes that are kept. Windows whose spikes were dropped by an
 * earlier version, which kept the counts instead, are read out of its rows.
 */
record PairWindows(QueryStores stores, StoreKey key, ShardState state, ShardConfig config) {
    /** Oldest first; of the windows that are kept. */
    List<PairCounts> read(int pre, int post) {
        TreeMap<Long, CoFiringCounts> windows = new TreeMap<>();
        addEarlierRows(post, windows);
        counted(post).forEach(counts -> windows.put(counts.window(), counts));
        return windows.values().stream()
                .map(counts -> of(counts, pre, config.axis().bins()))
                .toList();
    }

    private List<CoFiringCounts> counted(int post) {
        LastWindows windows = new LastWindows(config, state, post);
        try (KeyValueIterator<Bytes, byte[]> frames = stores.spikeLog().range(key.only(), key.last())) {
            frames.forEachRemaining(frame -> windows.take(FrameCodec.decode(frame.value)));
        }
        return windows.counts();
    }

    private void addEarlierRows(int post, TreeMap<Long, CoFiringCounts> into) {
        long oldest = state.progress().nextWindow() - config.coFiring().windowsKept();
        try (KeyValueIterator<Bytes, byte[]> rows =
                stores.coFiring().range(key.with(post, 0), key.with(post, Integer.MAX_VALUE))) {
            while (rows.hasNext()) {
                CoFiringCounts counts = CoFiringRow.unpack(rows.next().value);
                if (counts.window() >= oldest) {
                    into.put(counts.window(), counts);
                }
            }
        }
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
