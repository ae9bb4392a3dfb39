package dev.hebb.api.streams;

import dev.hebb.api.view.NotReadyException;
import dev.hebb.client.Connection;
import dev.hebb.serde.AvroSerde;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What is committed on a topic, from its beginning to what is its end when reading begins: for topics that are the truth
 * and have few records. Kafka's own times are wall-clock, so that there is no place to start at.
 *
 * @param consumers makes a read_committed consumer without a group
 * @param patience how long one reading may take
 */
record CommittedRecords<T>(Supplier<Consumer<String, T>> consumers, String topic, Duration patience) {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Of a topic of a cluster. */
    static <T> CommittedRecords<T> of(
            Connection connection, SchemaRegistryClient registry, String topic, Schema schema) {
        Map<String, Object> config = connection.clientProperties();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new CommittedRecords<>(
                () -> new KafkaConsumer<>(
                        config, new StringDeserializer(), AvroSerde.<T>deserializer(registry, schema)),
                topic,
                PATIENCE);
    }

    /**
     * Reads.
     *
     * @return whether it came to the end that the topic had at the start
     * @throws NotReadyException if the topic cannot be read
     */
    boolean read(java.util.function.Consumer<ConsumerRecord<String, T>> each) {
        try (Consumer<String, T> consumer = consumers.get()) {
            return read(consumer, each);
        } catch (KafkaException e) {
            throw new NotReadyException("topic " + topic + " cannot be read: " + e.getMessage(), e);
        }
    }

    private boolean read(Consumer<String, T> consumer, java.util.function.Consumer<ConsumerRecord<String, T>> each) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
        long deadline = System.nanoTime() + patience.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            consumer.poll(POLL).forEach(each);
        }
        return true;
    }

    private List<TopicPartition> partitions(Consumer<String, T> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo partition : consumer.partitionsFor(topic, patience)) {
            partitions.add(new TopicPartition(topic, partition.partition()));
        }
        return partitions;
    }
}
