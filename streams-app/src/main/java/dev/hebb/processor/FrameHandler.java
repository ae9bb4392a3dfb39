package dev.hebb.processor;

import dev.hebb.config.LearningProfiles;
import dev.hebb.framing.Frame;
import dev.hebb.framing.FrameSink;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.Shards;
import dev.hebb.shard.Workers;
import dev.hebb.store.ShardStores;
import dev.hebb.store.StoredShard;

/** One shard of every network, frame by frame: counts, closes windows, learns. Not thread-safe. */
final class FrameHandler implements FrameSink {
    /** Largest number of networks that are in memory at once. */
    private static final int NETWORKS_IN_MEMORY = 256;

    /** The networks of all shards together have this part of the heap: one in three. */
    private static final int HEAP_FOR_NETWORKS = 3;

    private final int shard;
    private final ShardConfig config;
    private final ShardStores stores;
    private final WorkersByLearning workers;
    private final ShardRecords records;
    private final NetworksInMemory<NetworkShard> networks;

    /**
     * @param shard number of the shard
     * @param stores of the shard
     * @param records where the findings go
     * @param workers that compute dendrites
     * @param tasks how many tasks may share the heap of this instance
     */
    FrameHandler(
            int shard,
            ShardConfig config,
            LearningProfiles learning,
            ShardStores stores,
            ShardRecords records,
            Workers workers,
            int tasks) {
        this.shard = shard;
        this.config = config;
        this.stores = stores;
        this.records = records;
        this.workers = new WorkersByLearning(config, learning, workers);
        networks = new NetworksInMemory<>(
                NETWORKS_IN_MEMORY, Runtime.getRuntime().maxMemory() / HEAP_FOR_NETWORKS / tasks);
    }

    @Override
    public void frame(Frame frame) {
        if (frame.forgets()) {
            forget(frame.network());
            return;
        }
        NetworkShard network = networks.get(frame.network(), this::open);
        network.accept(frame, records.of(frame.network()));
        networks.takes(frame.network(), network.memoryBytes());
    }

    private void forget(String network) {
        networks.forget(network);
        ShardRecords.OfNetwork outputs = records.of(network);
        StoredShard.forget(stores, network, outputs::noDendrite);
        outputs.forgotten();
    }

    private NetworkShard open(String network) {
        StoredShard storage = new StoredShard(
                stores,
                network,
                Shards.ownedBy(shard, config.shards()),
                config.axis().cells());
        return NetworkShard.open(workers.of(network), shard, storage);
    }
}
