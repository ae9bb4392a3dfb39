package dev.hebb.app;

import dev.hebb.processor.Commits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What the consumers of this instance have committed. Kafka Streams commits offsets itself where it processes at least
 * once, after stores and outputs have been sent. Thread-safe.
 */
final class ClientCommits implements Commits {
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    /** Notes what the group's coordinator has confirmed. */
    void note(Map<TopicPartition, OffsetAndMetadata> committed) {
        committed.forEach((partition, offset) -> next.put(partition, offset.offset()));
    }

    /** A topic that was made again has smaller offsets than those that were committed before. */
    @Override
    public long last(String topic, int partition, long handled) {
        Long committed = next.get(new TopicPartition(topic, partition));
        return committed == null ? NONE : Math.min(committed - 1, handled);
    }
}
