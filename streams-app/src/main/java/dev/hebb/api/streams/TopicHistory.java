package dev.hebb.api.streams;

import dev.hebb.api.view.NotReadyException;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.serde.RecordDecoder;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;

/**
 * The committed values of a topic that has few records, read from its beginning at every question. Kafka's own times are
 * wall-clock, so that there is no later place to start at.
 */
record TopicHistory<T>(Connection connection, SchemaRegistryClient registry, String topic, Schema schema) {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /**
     * Reads.
     *
     * @return whether it came to the end that the topic had at the start
     * @throws NotReadyException if the topic cannot be read
     */
    boolean read(Consumer<T> each) {
        try (TopicReader reader = TopicReader.open(connection, TopicReader.Start.BEGINNING, topic)) {
            return reader.readToEnd(TIMEOUT, new RecordDecoder<T>(registry, schema).values(each));
        } catch (KafkaException e) {
            throw new NotReadyException(String.valueOf(e.getMessage()), e);
        }
    }
}
