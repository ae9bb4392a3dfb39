package dev.hebb.api.streams;

import dev.hebb.api.view.NotReadyException;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.serde.RecordDecoder;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;

/**
 * The committed values of a topic that has few records, read from its beginning at every question. Kafka's own times
 * are wall-clock, so that there is no later place to start at. Records that cannot be read are passed over and counted:
 * a record that another program wrote must not hide those of all networks.
 */
record TopicHistory<T>(Connection connection, SchemaRegistryClient registry, String topic, Schema schema) {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /**
     * End of a reading of a topic.
     *
     * @param finished whether up to the end that it had at the start
     * @param unreadable records that were passed over, of all networks
     */
    record HistoryEnd(boolean finished, int unreadable) {}

    /**
     * Reads.
     *
     * @throws NotReadyException if the topic or the schemas of its records cannot be read
     */
    HistoryEnd read(Consumer<T> each) {
        int[] unreadable = new int[1];
        try (TopicReader<String> reader = TopicReader.open(connection, TopicReader.Start.BEGINNING, topic)) {
            TopicReader.Handler<String> handler =
                    new RecordDecoder<T>(registry, schema).readable(each, e -> unreadable[0]++);
            return new HistoryEnd(reader.readToEnd(TIMEOUT, handler), unreadable[0]);
        } catch (KafkaException | UncheckedIOException e) {
            throw new NotReadyException(String.valueOf(e.getMessage()), e);
        }
    }
}
