package dev.hebb.produce;

import dev.hebb.client.Connection;
import dev.hebb.client.Subjects;
import dev.hebb.client.TopicNames;
import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import dev.hebb.control.CommandRecords;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.neuron.NeuronTopic;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Neuron;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends spikes and control events, idempotently and acknowledged by all replicas. Sending waits when Kafka is slower;
 * a record that could not be sent makes the next call fail, so nothing is lost silently. Not thread-safe.
 */
public final class SpikeProducer implements AutoCloseable {
    /** Default time that a record waits for brokers that are away: longer than they take to start again. */
    public static final Duration USUAL_DELIVERY_WITHIN = Duration.ofMinutes(10);

    private static final int BATCH_BYTES = 512 * 1024;
    private static final long BUFFER_BYTES = 64L * 1024 * 1024;
    private static final int LINGER_MILLIS = 5;
    private static final int LEAST_DELIVERY_MILLIS = 1_000;
    private static final int REQUEST_MILLIS = 30_000;
    private static final int FIND_MILLIS = 15_000;

    private final TopicNames topics;
    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final int spikesSchemaId;
    private final AvroEncoder<ControlEvent> control;
    private final Connection connection;
    private @Nullable AvroEncoder<Neuron> neuronRecords;
    private final Map<Integer, SentOffsets> spikesSent = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** A producer that waits {@link #USUAL_DELIVERY_WITHIN} for brokers; see the other constructor. */
    public SpikeProducer(Connection connection) {
        this(connection, USUAL_DELIVERY_WITHIN);
    }

    /**
     * Connects, registers the schemas and finds the topics.
     *
     * @param deliveryWithin how long a record waits for brokers that are away, before sending is given up
     * @throws java.io.UncheckedIOException if the schema registry cannot be reached or refuses
     * @throws KafkaException if the cluster cannot be reached, or has no topic for spikes
     */
    public SpikeProducer(Connection connection, Duration deliveryWithin) {
        this.connection = connection;
        topics = connection.topics();
        bootstrapServers = connection.bootstrapServers();
        var registry = connection.registry();
        AvroEncoder<SpikeBatch> spikes =
                AvroEncoder.register(registry, TopicNames.subject(topics.spikes()), Subjects.SPIKES);
        spikesSchemaId = spikes.schemaId();
        control = AvroEncoder.register(registry, TopicNames.subject(topics.control()), ControlEvent.getClassSchema());
        requireTopics(connection, List.of(topics.spikes(), topics.control()));
        producer = new KafkaProducer<>(
                configuration(connection, deliveryWithin), new StringSerializer(), new ByteArraySerializer());
    }

    /** A producer would wait a minute for a topic that does not exist. */
    private static void requireTopics(Connection connection, List<String> topics) {
        Map<String, Object> config = connection.clientProperties();
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, FIND_MILLIS);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, FIND_MILLIS);
        try (Admin admin = Admin.create(config)) {
            admin.describeTopics(topics).allTopicNames().get();
        } catch (ExecutionException e) {
            String why = e.getCause() instanceof UnknownTopicOrPartitionException
                    ? "has no topics " + topics
                            + "; start the app once with 'hebb up' or 'hebb app', which creates them"
                    : "does not answer: " + e.getCause();
            throw new KafkaException("Kafka at " + connection.bootstrapServers() + " " + why, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Checks how long a record is to wait for brokers that are away.
     *
     * @throws IllegalArgumentException if it is too short for Kafka
     */
    public static void requireDeliveryTime(Duration deliveryWithin) {
        if (deliveryWithin.toMillis() < LEAST_DELIVERY_MILLIS) {
            throw new IllegalArgumentException("the time for a delivery is " + deliveryWithin.toMillis()
                    + " ms; it must be at least " + LEAST_DELIVERY_MILLIS + " ms");
        }
    }

    /** Kafka wants more time for the delivery than for one request; what a user passed through holds. */
    static Map<String, Object> configuration(Connection connection, Duration deliveryWithin) {
        requireDeliveryTime(deliveryWithin);
        int delivery = Math.toIntExact(Math.min(Integer.MAX_VALUE, deliveryWithin.toMillis()));
        Map<String, Object> config = connection.producerProperties();
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery);
        config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
        config.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(REQUEST_MILLIS, delivery / 2));
        return config;
    }

    /** The sink of a network; its records have the network as key. */
    public SpikeSink to(String network) {
        if (network.isEmpty()) {
            throw new IllegalArgumentException("the network needs a name");
        }
        return new NetworkSink(network, new SpikeBatchEncoder(spikesSchemaId, network));
    }

    private final class NetworkSink implements SpikeSink {
        private final String network;
        private final SpikeBatchEncoder encoder;
        private final SpikeBlock none = new SpikeBlock();

        NetworkSink(String network, SpikeBatchEncoder encoder) {
            this.network = network;
            this.encoder = encoder;
        }

        @Override
        public void batch(long originMicros, SpikeBlock spikes) {
            send(topics.spikes(), network, encoder.encode(originMicros, spikes));
        }

        @Override
        public void heartbeat(long originMicros) {
            batch(originMicros, none);
        }

        @Override
        public void gap(long fromMicros, long toMicros) {
            command(fromMicros, new Command.Gap(fromMicros, toMicros), "", "hebb replay");
        }

        @Override
        public void defineArea(String area, int[] neurons, long fromMicros) {
            command(fromMicros, new Command.DefineArea(area, neurons), "area " + area, "hebb simulate");
        }

        @Override
        public void neurons(List<KnownNeuron> neurons) {
            for (KnownNeuron neuron : neurons) {
                send(
                        topics.neurons(),
                        NeuronTopic.key(network, neuron.neuron()),
                        neuronRecords().encode(neuron.record(network)));
            }
        }

        @Override
        public void age(long ageMicros, long atMicros) {
            command(atMicros, new Command.Stage("", ageMicros), "age", "hebb replay");
        }

        private void command(long fromMicros, Command command, String id, String sentBy) {
            TimedCommand timed = new TimedCommand(fromMicros, 0, command, id, sentBy, 0);
            send(topics.control(), network, control.encode(CommandRecords.event(network, timed)));
        }

        @Override
        public void flush() {
            SpikeProducer.this.flush();
        }
    }

    /** Most producers send none, and need neither the topic nor the right to write it. */
    private AvroEncoder<Neuron> neuronRecords() {
        AvroEncoder<Neuron> known = neuronRecords;
        if (known == null) {
            requireTopics(connection, List.of(topics.neurons()));
            known = AvroEncoder.register(
                    connection.registry(), TopicNames.subject(topics.neurons()), Neuron.getClassSchema());
            neuronRecords = known;
        }
        return known;
    }

    private void send(String topic, String key, byte[] value) {
        refuseAfterFailure();
        try {
            hand(topic, key, value);
        } catch (KafkaException | IllegalStateException closed) {
            refuseAfterFailure();
            throw closed;
        }
    }

    private void hand(String topic, String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value), (metadata, exception) -> {
            if (exception != null) {
                fail(exception);
            } else if (topic.equals(topics.spikes())) {
                spikesSent.merge(
                        metadata.partition(), new SentOffsets(metadata.offset(), metadata.offset()), SentOffsets::and);
            }
        });
    }

    /**
     * Sends nothing more. What waits behind a record that was given up would otherwise be sent when the brokers are
     * back, and the record would be late when the recording is sent again.
     */
    private void fail(Exception exception) {
        if (failure.compareAndSet(null, exception)) {
            producer.close(Duration.ZERO);
        }
    }

    /**
     * Records that were sent to a partition.
     *
     * @param first offset of the first one
     * @param last offset of the last one
     */
    public record SentOffsets(long first, long last) {
        private SentOffsets and(SentOffsets other) {
            return new SentOffsets(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** Returns what Kafka has acknowledged on the topic of spikes, by partition; {@link #flush} first. */
    public Map<Integer, SentOffsets> spikesSent() {
        return Map.copyOf(spikesSent);
    }

    /**
     * Waits until everything sent is acknowledged.
     *
     * @throws KafkaException if something was not
     */
    public void flush() {
        producer.flush();
        refuseAfterFailure();
    }

    private void refuseAfterFailure() {
        Exception first = failure.get();
        if (first != null) {
            throw new KafkaException(
                    "Kafka at " + bootstrapServers + " did not take a record: " + first.getMessage()
                            + "; what follows it was not sent. Call it again with --resume, which continues where it"
                            + " stopped, and perhaps with a longer --delivery-timeout",
                    first);
        }
    }

    /** Waits for what was sent, without saying whether it arrived: {@link #flush} first. */
    @Override
    public void close() {
        producer.close();
    }
}
