package dev.hebb.api.view;

import java.util.List;

/**
 * Directory of the shards of networks: in stream tasks, on any instance. A task has one shard of each of its networks.
 * Safe to ask from any thread.
 */
public interface ShardDirectory {
    /**
     * The shards of all tasks, by task.
     *
     * @throws NotReadyException if no instance owns one of them at this moment
     */
    List<ShardView> all();

    /**
     * The shards of one network, by number.
     *
     * @throws NotReadyException if no instance owns one of them at this moment
     */
    List<ShardView> of(String network);

    /**
     * The shard that has a neuron's dendrite.
     *
     * @throws NotReadyException if no instance owns it at this moment
     */
    ShardView owner(String network, int post);

    /**
     * The shard that a task of this very instance has.
     *
     * @throws NotReadyException if it is not here, or not yet
     */
    ShardView local(int task);

    /** Returns whether questions can be answered now. */
    Readiness readiness();
}
