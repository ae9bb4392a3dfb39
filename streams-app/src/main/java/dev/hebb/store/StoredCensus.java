package dev.hebb.store;

import dev.hebb.census.NeuronLife;
import dev.hebb.row.CensusRow;
import dev.hebb.row.ReportCodec;
import dev.hebb.shard.NeuronReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** One network's census in its store, and the reports that wait for those of other shards. */
public final class StoredCensus {
    private final KeyValueStore<Bytes, byte[]> store;
    private final StoreKey key;
    private final CensusLives lives;

    public StoredCensus(KeyValueStore<Bytes, byte[]> store, String network) {
        this.store = store;
        this.key = StoreKey.of(network);
        this.lives = new CensusLives(store, key);
    }

    /** The neurons as they were last saved; none for a new network. */
    public NavigableMap<Integer, NeuronLife> load() {
        byte[] row = store.get(key.only());
        return row == null ? new TreeMap<>() : CensusRow.unpack(row);
    }

    public void save(NavigableMap<Integer, NeuronLife> neurons) {
        store.put(key.only(), CensusRow.pack(neurons));
    }

    /**
     * Keeps a report until the others on its window are there.
     *
     * @return whether it is of the network that all shards know; else it waits until they have forgotten an earlier one
     */
    public boolean keep(int shards, int shard, NeuronReport report) {
        int ahead = lives.ahead(shards)[shard];
        store.put(key.with(shard + shards * ahead, report.window().index()), ReportCodec.encode(shard, report));
        return ahead == 0;
    }

    /** Deletes all rows of the network. */
    public void forget() {
        NetworkRows.delete(store, key);
    }

    /**
     * A shard has forgotten the network. Once all have, what is left of it is deleted, and the reports that wait are
     * those of the network that came after it.
     */
    public void forgottenBy(int shard, int shards) {
        int[] ahead = lives.ahead(shards);
        ahead[shard]++;
        if (Arrays.stream(ahead).allMatch(lead -> lead > 0)) {
            Map<Bytes, byte[]> waiting = lives.waiting(shards);
            forget();
            waiting.forEach(store::put);
            Arrays.setAll(ahead, each -> ahead[each] - 1);
        }
        lives.save(ahead);
    }

    /** Takes the reports of all shards on a window, if all are there; else an empty list, and they stay. */
    public List<NeuronReport> takeIfComplete(int shards, long window) {
        List<NeuronReport> reports = new ArrayList<>(shards);
        for (int shard = 0; shard < shards; shard++) {
            byte[] report = store.get(key.with(shard, window));
            if (report == null) {
                return List.of();
            }
            reports.add(ReportCodec.decode(report).said());
        }
        for (int shard = 0; shard < shards; shard++) {
            store.delete(key.with(shard, window));
        }
        return reports;
    }
}
