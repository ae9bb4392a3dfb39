package dev.hebb.cli.snapshot;

import dev.hebb.cli.support.CliException;
import dev.hebb.client.Causes;
import dev.hebb.client.Connection;
import dev.hebb.client.Replication;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import dev.hebb.shard.ShardConfig;
import dev.hebb.topology.ChangelogSettings;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Receiver that writes a snapshot into a cluster that does not have the application yet. */
final class SnapshotTarget implements SnapshotReceiver, AutoCloseable {
    private static final int SCHEMA_ID_AT = 1;
    /** Limit on records that are sent and not acknowledged, so that a failure is seen soon. */
    private static final int MOST_UNCONFIRMED = 10_000;

    private final Connection connection;
    private final TopicNames topics;
    private final SchemaRegistryClient registry;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;
    private final Map<Integer, Integer> schemaIds = new HashMap<>();
    private final List<Future<?>> unconfirmed = new ArrayList<>();
    private String applicationId = "";
    private String topic = "";
    private long records;

    SnapshotTarget(Connection connection) {
        this.connection = connection;
        topics = connection.topics();
        registry = connection.registry();
        admin = Admin.create(connection.clientProperties());
        Map<String, Object> config = connection.producerProperties();
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, ShardConfig.LARGEST_RECORD_BYTES);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void begin(String ofApplication, int partitions) throws IOException, InterruptedException {
        applicationId = topics.prefix() + ofApplication;
        try {
            List<String> there = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(applicationId + "-"))
                    .sorted()
                    .toList();
            if (!there.isEmpty()) {
                throw new CliException("this cluster has state of application '" + applicationId + "' already, in "
                        + there.get(0) + " and " + (there.size() - 1)
                        + " more topics; restore into an empty cluster, or behind another --topic-prefix");
            }
            new TopicProvisioner(admin).provision(TopicPlan.all(topics, partitions), replication());
        } catch (ExecutionException e) {
            throw refused(e);
        }
    }

    private Replication replication() throws ExecutionException, InterruptedException {
        return Replication.of(admin, 0, 0);
    }

    /** Changelogs are as the app makes them. */
    @Override
    public void topic(String name, int partitions) throws IOException, InterruptedException {
        if (!name.endsWith(SnapshotSource.CHANGELOG)) {
            topic = topics.prefix() + name;
            return;
        }
        topic = applicationId + name;
        try {
            Replication replication = replication();
            NewTopic changelog =
                    new NewTopic(topic, partitions, replication.factor()).configs(ChangelogSettings.of(replication));
            admin.createTopics(List.of(changelog)).all().get();
            new TopicProvisioner(admin).awaitLeaders(topic, partitions);
        } catch (ExecutionException e) {
            throw refused(e);
        }
    }

    @Override
    public void schema(int id, String text) throws IOException {
        try {
            schemaIds.put(id, registry.register(TopicNames.subject(topic), new AvroSchema(text)));
        } catch (RestClientException e) {
            throw new IOException("the registry refuses the schema of " + topic + ": " + e.getMessage(), e);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // null is Kafka's tombstone
    public void record(int partition, byte[] key, byte @Nullable [] value) throws IOException {
        boolean isChangelog = topic.endsWith(SnapshotSource.CHANGELOG);
        if (topic.equals(topics.appSettings())) {
            send(new ProducerRecord<>(topic, 0, applicationId.getBytes(StandardCharsets.UTF_8), value));
        } else if (isChangelog) {
            send(new ProducerRecord<>(topic, partition, key, value));
        } else {
            send(new ProducerRecord<>(topic, key, withOwnSchema(value)));
        }
    }

    private byte @Nullable [] withOwnSchema(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(value);
        int id = bytes.getInt(SCHEMA_ID_AT);
        bytes.putInt(SCHEMA_ID_AT, schemaIds.getOrDefault(id, id));
        return value;
    }

    private void send(ProducerRecord<byte[], byte[]> record) throws IOException {
        unconfirmed.add(producer.send(record));
        records++;
        if (unconfirmed.size() >= MOST_UNCONFIRMED) {
            confirm();
        }
    }

    /** Waits until Kafka has everything. */
    void confirm() throws IOException {
        try {
            for (Future<?> each : unconfirmed) {
                each.get();
            }
            unconfirmed.clear();
        } catch (ExecutionException e) {
            throw refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while it wrote to " + topic, e);
        }
    }

    /** Returns the number of records so far. */
    long records() {
        return records;
    }

    /** Returns the application id, with the prefix of the topics. */
    String applicationId() {
        return applicationId;
    }

    private IOException refused(ExecutionException e) {
        return new IOException(
                "Kafka at " + connection.bootstrapServers() + " refuses: "
                        + Causes.of(e).getMessage(),
                e);
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
