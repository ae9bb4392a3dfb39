package dev.hebb.serde;

import dev.hebb.client.TopicReader;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the Avro values of records that a {@link TopicReader} reads. Not thread-safe.
 *
 * @param <T> what the topic carries
 */
public final class RecordDecoder<T> {
    private final AvroDecoder<T> decoder;

    /** @param schema as which values are read */
    public RecordDecoder(SchemaRegistryClient registry, Schema schema) {
        this.decoder = new AvroDecoder<>(new SchemaLookup(registry), schema);
    }

    /**
     * The value of a record.
     *
     * @return null for a tombstone
     * @throws UnreadableRecordException if it cannot be decoded
     */
    public @Nullable T decode(ConsumerRecord<?, byte[]> read) {
        byte[] value = read.value();
        try {
            return value == null ? null : decoder.decode(value);
        } catch (MalformedValueException e) {
            throw new UnreadableRecordException(
                    read.topic() + ", partition " + read.partition() + ", offset " + read.offset(), e);
        }
    }

    /** A handler that passes on the values, without tombstones; it throws what {@link #decode} throws. */
    public TopicReader.Handler<String> values(Consumer<T> to) {
        return readable(to, unreadable -> {
            throw unreadable;
        });
    }

    /**
     * A handler that passes on the values that can be read, without tombstones.
     *
     * @param unreadable receives what is wrong with each of the other records
     */
    public TopicReader.Handler<String> readable(Consumer<T> to, Consumer<UnreadableRecordException> unreadable) {
        return read -> {
            T value;
            try {
                value = decode(read);
            } catch (UnreadableRecordException e) {
                unreadable.accept(e);
                return;
            }
            if (value != null) {
                to.accept(value);
            }
        };
    }
}
