package dev.hebb.client;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Consumers of committed records, for readers that affect no other: they join no group, commit no offsets and make no
 * topics. {@link TopicReader} is for all that need the records of topics in order.
 */
public final class CommittedRecords {
    private CommittedRecords() {}

    /** Returns a consumer without partitions, of keys and values as they are. The caller closes it. */
    public static Consumer<byte[], byte[]> consumer(Connection connection) {
        return consumer(connection, new ByteArrayDeserializer(), Map.of());
    }

    /**
     * Returns a consumer without partitions. The caller closes it.
     *
     * @param settings of Kafka's consumer, beside those of the connection
     */
    static <K> Consumer<K, byte[]> consumer(Connection connection, Deserializer<K> keys, Map<String, Object> settings) {
        Map<String, Object> config = connection.clientProperties();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.putAll(settings);
        return new KafkaConsumer<>(config, keys, new ByteArrayDeserializer());
    }
}
