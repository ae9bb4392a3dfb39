package dev.hebb.page.log;

import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;

/** Records of topics for tests. */
final class Reports {
    static final long WINDOW = 10_000_000;

    private Reports() {}

    /** One shard's report of a window. */
    static NetworkWindow window(int shard, int shards, long window, int active, int formed) {
        return NetworkWindow.newBuilder()
                .setNetwork("dish")
                .setShard(shard)
                .setShards(shards)
                .setWindow(window)
                .setStart(window * WINDOW)
                .setEnd((window + 1) * WINDOW)
                .setObservedMicros(WINDOW)
                .setNetworkSpikes(100)
                .setSpikes(50)
                .setNeurons(5)
                .setPairs(7)
                .setActive(active)
                .setDormant(1)
                .setFormed(formed)
                .setMasked(0)
                .setUnmasked(0)
                .setPruned(0)
                .setMeanWeight(0.5)
                .setStage("GROWTH")
                .build();
    }

    static PruningEvent pruned(long at, int pre, int post) {
        return PruningEvent.newBuilder()
                .setNetwork("dish")
                .setKind(PruningKind.SYNAPSE)
                .setPre(pre)
                .setPost(post)
                .setReason(PruningReason.WEAK)
                .setWeight(0.01)
                .setZ(3)
                .setLagMicros(2000)
                .setStage("GROWTH")
                .setFormedAt(0)
                .setLastCoFiredAt(0)
                .setAt(at)
                .setWindow(at / WINDOW)
                .build();
    }
}
