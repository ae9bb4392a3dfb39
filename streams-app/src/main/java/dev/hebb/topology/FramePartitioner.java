package dev.hebb.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Partitioner of frames: one for shard s goes to partition s. Its key is network/s, in UTF-8. */
final class FramePartitioner implements StreamPartitioner<byte[], byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int numPartitions) {
        int shard = 0;
        int unit = 1;
        for (int i = key.length - 1; key[i] != '/'; i--) {
            shard += (key[i] - '0') * unit;
            unit *= 10;
        }
        return Optional.of(Set.of(shard));
    }
}
