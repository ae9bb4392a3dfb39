package dev.hebb.app;

import dev.hebb.processor.PartitionEnds;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The ends of partitions as the consumers of this instance have reached them. Thread-safe. */
final class ReachedEnds implements PartitionEnds {
    private static final String FETCHES = "fetch-total";

    private final Set<String> topics;
    private final Map<TopicPartition, Long> reachedMillis = new ConcurrentHashMap<>();

    /** @param topics to look at; none where no one asks */
    ReachedEnds(Set<String> topics) {
        this.topics = topics;
    }

    @Override
    public long reachedMillis(String topic, int partition) {
        return reachedMillis.getOrDefault(new TopicPartition(topic, partition), 0L);
    }

    /** For one consumer and its thread. */
    Look look() {
        return new Look();
    }

    /** Looks where a consumer is. What it knows of the ends is of the last answer of a broker. */
    final class Look {
        private @Nullable Metric fetches;
        private double fetched;

        private Look() {}

        /** To be called after a poll. */
        void look(Consumer<byte[], byte[]> consumer) {
            if (!topics.isEmpty() && hasFetched(consumer)) {
                long now = System.currentTimeMillis();
                for (TopicPartition partition : consumer.assignment()) {
                    if (topics.contains(partition.topic())
                            && consumer.currentLag(partition).equals(OptionalLong.of(0))) {
                        reachedMillis.put(partition, now);
                    }
                }
            }
        }

        private boolean hasFetched(Consumer<byte[], byte[]> consumer) {
            if (fetches == null) {
                fetches = consumer.metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals(FETCHES))
                        .findFirst()
                        .orElse(null);
            }
            if (fetches == null || !(fetches.metricValue() instanceof Double total) || total == fetched) {
                return false;
            }
            fetched = total;
            return true;
        }
    }
}
