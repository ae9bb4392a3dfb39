package dev.hebb.store;

import dev.hebb.framing.Frame;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.Shards;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;

/** Runs frames through all shards of a network, over real in-memory stores. */
final class ShardRun {
    private final ShardConfig config;
    private final Learning learning;

    ShardRun(ShardConfig config, Learning learning) {
        this.config = config;
        this.learning = learning;
    }

    /** @param restartBefore the frames before which a shard is thrown away and opened again over its stores */
    RecordedOutputs run(List<Frame> frames, IntPredicate restartBefore) {
        RecordedOutputs recorded = new RecordedOutputs();
        for (int shard = 0; shard < config.shards(); shard++) {
            run(shard, frames, restartBefore, recorded);
        }
        return recorded;
    }

    private void run(int shard, List<Frame> frames, IntPredicate restartBefore, RecordedOutputs recorded) {
        ShardStores stores = InMemoryStores.shard();
        NetworkShard open = open(shard, stores);
        for (int i = 0; i < frames.size(); i++) {
            if (restartBefore.test(i)) {
                open = open(shard, stores);
            }
            open.accept(frames.get(i), recorded);
        }
        byte[] sample = stores.progress().get(SampleRows.key(StoreKey.of("net")));
        recorded.samples.add(sample == null ? "none" : HexFormat.of().formatHex(sample));
    }

    private NetworkShard open(int shard, ShardStores stores) {
        StoredShard storage = new StoredShard(
                stores,
                "net",
                Shards.ownedBy(shard, config.shards()),
                config.axis().cells());
        return NetworkShard.open(new DendriteScratch(config, learning), shard, storage);
    }
}
