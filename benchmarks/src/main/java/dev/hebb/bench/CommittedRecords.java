package dev.hebb.bench;

import dev.hebb.client.Connection;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What becomes visible on a topic from now on to somebody who reads committed records only. */
final class CommittedRecords<T> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroDecoder<T> decoder;

    CommittedRecords(Connection connection, String topic, Schema schema) {
        Map<String, Object> config = connection.clientProperties();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        decoder = new AvroDecoder<>(new SchemaLookup(connection.registry()), schema);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Gives what is there, waiting a moment for it; returns how many records that was. */
    int poll(Consumer<T> to) {
        int records = 0;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            try {
                to.accept(decoder.decode(record.value()));
            } catch (MalformedValueException e) {
                throw new IllegalStateException(e);
            }
            records++;
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
