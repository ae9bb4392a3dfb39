package dev.hebb.processor;

import dev.hebb.shard.Shards;
import java.util.stream.IntStream;

/**
 * Assignment of dendrites to stream tasks. With one shard, a network is one task: that of its partition of
 * {@code spikes}. With several shards, each shard is a task, which has its dendrites of every network.
 *
 * @param shards how many shards share a network
 * @param spikePartitions partitions of the topic of spikes
 */
public record TaskLayout(int shards, int spikePartitions) {
    /** Returns whether framing, dendrites and census of a network are one task. */
    public boolean isOneTask() {
        return shards == 1;
    }

    /** Returns how many tasks have dendrites; they are numbered from 0, by partition. */
    public int tasks() {
        return isOneTask() ? spikePartitions : shards;
    }

    /** Returns which shard of its networks a task has. */
    public int shardOf(int task) {
        return isOneTask() ? 0 : task;
    }

    /** The task that has a neuron's dendrite. */
    public int taskOf(String network, int post) {
        return isOneTask() ? NetworkPartitioner.partition(network, spikePartitions) : Shards.of(post, shards);
    }

    /** The tasks that have dendrites of a network, ascending. */
    public IntStream tasksOf(String network) {
        return isOneTask()
                ? IntStream.of(NetworkPartitioner.partition(network, spikePartitions))
                : IntStream.range(0, shards);
    }
}
