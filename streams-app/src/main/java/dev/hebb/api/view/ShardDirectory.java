package dev.hebb.api.view;

import java.util.List;
import java.util.stream.IntStream;

/** Where the shards are. Safe to ask from any thread. */
public interface ShardDirectory {
    /** How many shards every network is split into. */
    int shards();

    /** Which of them owns a neuron's dendrite. */
    int shardOf(int post);

    /**
     * A shard, wherever it is.
     *
     * @throws NotReadyException if no instance owns it at this moment
     */
    ShardView view(int shard);

    /**
     * A shard of this very instance.
     *
     * @throws NotReadyException if it is not here, or not yet
     */
    ShardView local(int shard);

    /** Whether questions can be answered now. */
    Readiness readiness();

    /**
     * All shards, by number.
     *
     * @throws NotReadyException if no instance owns one of them at this moment
     */
    default List<ShardView> all() {
        return IntStream.range(0, shards()).mapToObj(this::view).toList();
    }
}
