package dev.hebb.cli.topic;

import dev.hebb.cli.support.CliException;
import dev.hebb.client.Connection;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The committed records of one topic, in order within a partition. Joins no consumer group and commits nothing, so that
 * reading disturbs nobody.
 *
 * @param <T> what the topic carries
 */
public final class CommittedTopic<T> {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;
    private final String topic;
    private final Schema schema;

    /** @param topic its whole name, with prefix */
    public CommittedTopic(Connection connection, String topic, Schema schema) {
        this.connection = connection;
        this.topic = topic;
        this.schema = schema;
    }

    /** Receives what is read. */
    public interface Reader<T> {
        /**
         * A record.
         *
         * @param value null for a tombstone
         */
        void accept(String key, @Nullable T value);

        /** Reading begins: what is committed from now on will be given. */
        default void begin() {}

        /** A record that cannot be read; {@code where} names topic, partition and offset. */
        default void unreadable(String where, MalformedValueException why) {
            throw new CliException(where + " cannot be read: " + why.getMessage(), why);
        }

        /** What was read so far is all there was for the moment. */
        default void pause() {}
    }

    /** Reads everything that is committed now. */
    public void readToEnd(Reader<T> reader) {
        read(true, true, reader, StopSignal.byHand());
    }

    /**
     * Reads until there is no reason to go on.
     *
     * @param fromBeginning else from now on
     * @param exitAtEnd stop where the topic ends now
     * @param stop when to stop in any case
     * @throws CliException if the topic cannot be read
     */
    public void read(boolean fromBeginning, boolean exitAtEnd, Reader<T> reader, StopSignal stop) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIMEOUT);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                ends.forEach(consumer::seek);
            }
            reader.begin();
            AvroDecoder<T> decoder = new AvroDecoder<>(new SchemaLookup(connection.registry()), schema);
            while (!stop.isRaised() && !(exitAtEnd && isAt(ends, consumer))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    give(record, decoder, reader);
                }
                reader.pause();
            }
        } catch (TimeoutException e) {
            throw new CliException(
                    "Kafka at " + connection.bootstrapServers() + " does not answer: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw new CliException("topic " + topic + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The position passes over transaction markers, so that it reaches the end even if those are the last of all. */
    private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void give(ConsumerRecord<String, byte[]> record, AvroDecoder<T> decoder, Reader<T> reader) {
        byte[] value = record.value();
        try {
            reader.accept(record.key() == null ? "" : record.key(), value == null ? null : decoder.decode(value));
        } catch (MalformedValueException e) {
            reader.unreadable(topic + ", partition " + record.partition() + ", offset " + record.offset(), e);
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, TIMEOUT).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new CliException("there is no topic " + topic + " at " + connection.bootstrapServers()
                    + "; 'hebb up' makes the topics, 'hebb doctor' says which are missing");
        }
        return partitions;
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> config = connection.clientProperties();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
