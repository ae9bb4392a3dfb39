package dev.hebb.app;

import dev.hebb.client.TopicNames;
import dev.hebb.processor.PipelineMetrics;
import dev.hebb.serde.SchemaGate;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Kafka Streams' clients: its usual ones, but that records wait for the registry in front of the tasks. */
final class StreamsClients implements KafkaClientSupplier, AutoCloseable {
    private final SchemaGate schemas;
    private final Set<String> topics;
    private final Set<String> sent;
    private final PipelineMetrics metrics;
    private final RecreatedTopics recreated;
    private final ClientCommits commits;
    private final ReachedEnds ends;
    private final ConcurrentMap<TopicPartition, RecordGate.Waiting> waiting = new ConcurrentHashMap<>();

    StreamsClients(
            SchemaRegistryClient registry,
            TopicNames names,
            PipelineMetrics metrics,
            RecreatedTopics recreated,
            ClientCommits commits,
            ReachedEnds ends) {
        this.metrics = metrics;
        this.recreated = recreated;
        this.commits = commits;
        this.ends = ends;
        schemas = new SchemaGate(registry);
        sent = Set.of(names.spikes(), names.control());
        topics = Set.of(names.spikes(), names.spikesRerouted(), names.control());
    }

    /** Returns the partitions that wait, each with the reason. */
    List<String> waiting() {
        return waiting.values().stream()
                .map(RecordGate.Waiting::toString)
                .sorted()
                .toList();
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new GatedConsumer(
                config,
                new RecordGate(schemas, topics, waiting),
                new DeletedRecords(sent, metrics),
                recreated.rewind(),
                commits,
                ends.look());
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        schemas.close();
    }
}
