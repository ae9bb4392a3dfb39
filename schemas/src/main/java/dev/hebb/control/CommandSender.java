package dev.hebb.control;

import dev.hebb.client.Causes;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.command.Command;
import dev.hebb.neuron.NeuronTopic;
import dev.hebb.schema.ControlEvent;
import dev.hebb.serde.AvroEncoder;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A client that sends commands to the topic {@code control}. It connects when it sends the first one. Thread-safe. */
public final class CommandSender implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Connection connection;
    private final SchemaRegistryClient registry;
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable AvroEncoder<ControlEvent> encoder;

    public CommandSender(Connection connection, SchemaRegistryClient registry) {
        this.connection = connection;
        this.registry = registry;
    }

    /**
     * Sends a command, and waits until Kafka has it. To forget a network also deletes the names of its neurons, by
     * tombstones: the app does not write that topic.
     *
     * @throws NotSentException if it is not known to be there
     */
    public synchronized void send(CommandRequest request) {
        if (request.command() instanceof Command.Forget) {
            forgetNames(request.network());
        }
        String topic = connection.topics().control();
        try {
            byte[] value = encoder().encode(request.event());
            producer()
                    .send(new ProducerRecord<>(topic, request.network(), value))
                    .get();
        } catch (ExecutionException e) {
            throw failed(topic, Causes.of(e));
        } catch (KafkaException | UncheckedIOException e) {
            throw failed(topic, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Goes before the command: if it fails, all can be sent again. */
    private void forgetNames(String network) {
        String topic = connection.topics().neurons();
        try {
            List<Future<RecordMetadata>> tombstones = new ArrayList<>();
            for (String key : new NeuronTopic(connection, registry).keysOf(network)) {
                tombstones.add(producer().send(new ProducerRecord<>(topic, key, null)));
            }
            for (Future<RecordMetadata> tombstone : tombstones) {
                tombstone.get();
            }
        } catch (ExecutionException e) {
            throw namesKept(topic, Causes.of(e));
        } catch (KafkaException e) {
            throw namesKept(topic, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Closes the connection; {@link #send} has waited for every command. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> config = connection.producerProperties();
            config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            // The user waits for the answer.
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS);
            config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
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

    private NotSentException namesKept(String topic, Throwable why) {
        return new NotSentException(
                "the names of neurons could not be deleted from topic " + topic + " at "
                        + connection.bootstrapServers() + " (" + why.getMessage()
                        + "); the command was not sent: send it again",
                why);
    }

    private NotSentException failed(String topic, Throwable why) {
        return new NotSentException(
                "topic " + topic + " at " + connection.bootstrapServers() + " did not acknowledge the command ("
                        + why.getMessage() + "); before you send it again, see in network-events whether it arrived",
                why);
    }
}
