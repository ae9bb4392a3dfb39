package dev.hebb.topology;

import dev.hebb.shard.NetworkShard;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The networks that a task has in memory: those that were last heard of. Others are in the stores, which always hold
 * everything, so that letting one go costs nothing but reading it again.
 */
final class RecentShards {
    /** Of many small networks, so many are kept. */
    private static final int MOST = 256;

    private final Map<String, NetworkShard> shards = new LinkedHashMap<>(16, 0.75f, true);

    NetworkShard get(String network, Function<String, NetworkShard> open) {
        NetworkShard shard = shards.get(network);
        if (shard == null) {
            makeRoom();
            shard = open.apply(network);
            shards.put(network, shard);
        }
        return shard;
    }

    private void makeRoom() {
        Iterator<NetworkShard> eldest = shards.values().iterator();
        while (shards.size() >= MOST) {
            eldest.next();
            eldest.remove();
        }
    }
}
