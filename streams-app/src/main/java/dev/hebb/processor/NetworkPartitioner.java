package dev.hebb.processor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Partitioner by network: a record whose key is its network goes where Kafka's own clients would send it. */
public final class NetworkPartitioner implements StreamPartitioner<byte[], byte[]> {
    /** The partition that a network belongs to. */
    static int partition(String network, int partitions) {
        return partition(network.getBytes(StandardCharsets.UTF_8), partitions);
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int numPartitions) {
        return Optional.of(Set.of(partition(key, numPartitions)));
    }

    private static int partition(byte[] network, int partitions) {
        return Utils.toPositive(Utils.murmur2(network)) % partitions;
    }
}
