package dev.hebb.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** A frame for shard s goes to partition s: its key is network/s. */
final class FramePartitioner implements StreamPartitioner<String, byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, byte[] value, int numPartitions) {
        return Optional.of(Set.of(Integer.parseInt(key.substring(key.lastIndexOf('/') + 1))));
    }
}
