package dev.hebb.dispatch;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.schema.ControlEvent;
import dev.hebb.serde.AvroEncoder;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends commands to the topic {@code control}. Connects when the first one is sent: most never send any. Thread-safe. */
public final class CommandSender implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Connection connection;
    private final SchemaRegistryClient registry;
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable AvroEncoder<ControlEvent> encoder;

    public CommandSender(Connection connection, SchemaRegistryClient registry) {
        this.connection = connection;
        this.registry = registry;
    }

    /**
     * Sends a command, and waits until Kafka has it.
     *
     * @throws NotSentException if it is not known to be there
     */
    public synchronized void send(Order order) {
        String topic = connection.topics().control();
        try {
            byte[] value = encoder().encode(order.event());
            producer().send(new ProducerRecord<>(topic, order.network(), value)).get();
        } catch (ExecutionException e) {
            throw failed(topic, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException | UncheckedIOException e) {
            throw failed(topic, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Waits for nothing: what was sent is there. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> config = connection.clientProperties();
            config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            config.put(ProducerConfig.ACKS_CONFIG, "all");
            config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            // Somebody waits for the answer.
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
            config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
            producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private AvroEncoder<ControlEvent> encoder() {
        if (encoder == null) {
            String subject = TopicNames.subject(connection.topics().control());
            encoder = AvroEncoder.register(registry, subject, ControlEvent.getClassSchema());
        }
        return encoder;
    }

    private NotSentException failed(String topic, Throwable why) {
        return new NotSentException(
                "topic " + topic + " at " + connection.bootstrapServers() + " did not acknowledge the command ("
                        + why.getMessage() + "); before you send it again, see in network-events whether it arrived",
                why);
    }
}
