package dev.hebb.store;

import dev.hebb.census.NeuronLife;
import dev.hebb.row.CensusRow;
import dev.hebb.row.ReportCodec;
import dev.hebb.shard.NeuronReport;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** One network's census in its store, and the reports that wait for those of other shards. */
public final class StoredCensus {
    private final KeyValueStore<Bytes, byte[]> store;
    private final StoreKey key;

    public StoredCensus(KeyValueStore<Bytes, byte[]> store, String network) {
        this.store = store;
        this.key = StoreKey.of(network);
    }

    /** The neurons as they were last saved; none for a new network. */
    public NavigableMap<Integer, NeuronLife> load() {
        byte[] row = store.get(key.only());
        return row == null ? new TreeMap<>() : CensusRow.unpack(row);
    }

    public void save(NavigableMap<Integer, NeuronLife> neurons) {
        store.put(key.only(), CensusRow.pack(neurons));
    }

    /** Keeps a report until the others on its window are there. */
    public void keep(int shard, NeuronReport report) {
        store.put(key.with(shard, report.window()), ReportCodec.encode(shard, report));
    }

    /** Takes the reports of all shards on a window, if all are there; else an empty list, and they stay. */
    public List<NeuronReport> takeIfComplete(int shards, long window) {
        List<NeuronReport> reports = new ArrayList<>(shards);
        for (int shard = 0; shard < shards; shard++) {
            byte[] report = store.get(key.with(shard, window));
            if (report == null) {
                return List.of();
            }
            reports.add(ReportCodec.decode(report).report());
        }
        for (int shard = 0; shard < shards; shard++) {
            store.delete(key.with(shard, window));
        }
        return reports;
    }
}
