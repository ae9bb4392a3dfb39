package dev.hebb.serde;

import dev.hebb.client.TopicNames;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Kafka serdes over {@link AvroEncoder} and {@link AvroDecoder}; null is a tombstone both ways. */
public final class AvroSerde {
    private AvroSerde() {}

    /** A serde for one topic; registers the schema under the topic's subject at the first value written. */
    public static <T> Serde<T> of(SchemaRegistryClient registry, String topic, Schema schema) {
        return Serdes.serdeFrom(serializer(registry, topic, schema), deserializer(registry, schema));
    }

    /** Returns a serializer that registers the schema as the serde {@link #of} does. */
    public static <T> Serializer<T> serializer(SchemaRegistryClient registry, String topic, Schema schema) {
        return new LazySerializer<>(registry, TopicNames.subject(topic), schema);
    }

    /** Throws {@link SerializationException} on a value that cannot be read. */
    public static <T> Deserializer<T> deserializer(SchemaRegistryClient registry, Schema schema) {
        AvroDecoder<T> decoder = new AvroDecoder<>(new SchemaLookup(registry), schema);
        return new NullableDeserializer<>(decoder);
    }

    private static final class LazySerializer<T> implements Serializer<T> {
        private final SchemaRegistryClient registry;
        private final String subject;
        private final Schema schema;
        private @Nullable AvroEncoder<T> encoder;

        LazySerializer(SchemaRegistryClient registry, String subject, Schema schema) {
            this.registry = registry;
            this.subject = subject;
            this.schema = schema;
        }

        @Override
        @SuppressWarnings("NullAway") // Kafka's tombstone
        public byte[] serialize(String topic, @Nullable T record) {
            if (record == null) {
                return null;
            }
            if (encoder == null) {
                encoder = AvroEncoder.register(registry, subject, schema);
            }
            return encoder.encode(record);
        }
    }

    private record NullableDeserializer<T>(AvroDecoder<T> decoder) implements Deserializer<T> {
        @Override
        @SuppressWarnings("NullAway") // Kafka's tombstone
        public T deserialize(String topic, byte @Nullable [] value) {
            if (value == null) {
                return null;
            }
            try {
                return decoder.decode(value);
            } catch (MalformedValueException e) {
                throw new SerializationException("topic " + topic + ": " + e.getMessage(), e);
            }
        }
    }
}
