package dev.hebb.cli.snapshot;

import dev.hebb.cli.support.CliException;
import dev.hebb.client.Causes;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicReadException;
import dev.hebb.client.TopicReader;
import dev.hebb.client.TopicReader.Start;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.WireFormat;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * The state of an application in its cluster: its changelogs, the topics of dendrites and names, and the settings that
 * it is pinned to. The application must have stopped, and have read everything: then its changelogs are all there is to
 * its state.
 */
final class SnapshotSource {
    static final String CHANGELOG = "-changelog";

    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;
    private final String applicationId;
    private final SchemaRegistryClient registry;

    /** @param applicationId with the prefix of the topics */
    SnapshotSource(Connection connection, String applicationId) {
        this.connection = connection;
        this.applicationId = applicationId;
        registry = connection.registry();
    }

    /**
     * Writes the state.
     *
     * @throws CliException if the application runs, has something left to read, or is not there
     */
    void writeTo(SnapshotReceiver to) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            requireStopped(admin);
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(applicationId)
                    .partitionsToOffsetAndMetadata()
                    .get();
            requireAllRead(read);
            String prefix = connection.topics().prefix();
            to.begin(applicationId.substring(prefix.length()), spikePartitions(admin));
            for (String changelog : changelogs(admin)) {
                write(
                        changelog,
                        changelog.substring(applicationId.length()),
                        to,
                        record -> to.record(record.partition(), record.key(), record.value()));
            }
            writeRecords(connection.topics().dendrites(), to);
            writeRecords(connection.topics().neurons(), to);
            writeSettings(to);
        } catch (ExecutionException e) {
            throw new IOException("Kafka refuses: " + Causes.of(e).getMessage(), e);
        } catch (TopicReadException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void requireStopped(Admin admin) throws ExecutionException, InterruptedException {
        ConsumerGroupDescription group =
                admin.describeConsumerGroups(List.of(applicationId)).all().get().get(applicationId);
        if (group != null && !group.members().isEmpty()) {
            throw new CliException("application '" + applicationId + "' runs, with "
                    + group.members().size()
                    + " members: stop all its instances first; one that was killed counts as running for 6 s");
        }
    }

    private void requireAllRead(Map<TopicPartition, OffsetAndMetadata> read) {
        if (read.isEmpty()) {
            throw new CliException("there is no application '" + applicationId + "' with this topic prefix; name it"
                    + " with --application-id");
        }
        Map<TopicPartition, Long> next = new HashMap<>();
        read.forEach((partition, offset) -> next.put(partition, offset.offset()));
        try (TopicReader<byte[]> reader = TopicReader.openBinary(connection, next)) {
            while (!reader.isAtEnd()) {
                reader.poll(POLL, this::refuseUnread);
            }
        }
    }

    private void refuseUnread(ConsumerRecord<byte[], byte[]> left) {
        throw new CliException("application '" + applicationId + "' has not read " + left.topic() + "-"
                + left.partition() + " from offset " + left.offset()
                + " on: start it, wait until its lag is 0 ('hebb doctor'), and stop it");
    }

    private Set<String> changelogs(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> changelogs = new TreeSet<>(admin.listTopics().names().get());
        changelogs.removeIf(topic -> !topic.startsWith(applicationId + "-") || !topic.endsWith(CHANGELOG));
        return changelogs;
    }

    private int spikePartitions(Admin admin) throws ExecutionException, InterruptedException {
        KafkaFuture<TopicDescription> spikes = admin.describeTopics(
                        List.of(connection.topics().spikes()))
                .topicNameValues()
                .get(connection.topics().spikes());
        return spikes == null ? 0 : spikes.get().partitions().size();
    }

    /** Writes the records of a topic, and the schemas that they name by numbers of this registry. */
    private void writeRecords(String topic, SnapshotReceiver to) throws IOException, InterruptedException {
        Set<Integer> known = new HashSet<>();
        write(topic, withoutPrefix(topic), to, record -> {
            if (record.value() != null) {
                int id = schemaId(record);
                if (known.add(id)) {
                    to.schema(id, schema(id));
                }
            }
            to.record(record.partition(), record.key(), record.value());
        });
    }

    private static int schemaId(ConsumerRecord<byte[], byte[]> record) throws IOException {
        try {
            return WireFormat.schemaId(record.value());
        } catch (MalformedValueException e) {
            throw new IOException(
                    record.topic() + "-" + record.partition() + "@" + record.offset() + ": " + e.getMessage(), e);
        }
    }

    private String schema(int id) throws IOException {
        try {
            return registry.getSchemaById(id).canonicalString();
        } catch (RestClientException e) {
            throw new IOException("the registry does not give schema " + id + ": " + e.getMessage(), e);
        }
    }

    private void writeSettings(SnapshotReceiver to) throws IOException, InterruptedException {
        String topic = connection.topics().appSettings();
        byte[] own = applicationId.getBytes(StandardCharsets.UTF_8);
        write(topic, withoutPrefix(topic), to, record -> {
            if (Arrays.equals(record.key(), own)) {
                to.record(record.partition(), record.key(), record.value());
            }
        });
    }

    private String withoutPrefix(String topic) {
        return topic.substring(connection.topics().prefix().length());
    }

    private interface Handler {
        void handle(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    private void write(String topic, String name, SnapshotReceiver to, Handler handler)
            throws IOException, InterruptedException {
        try (TopicReader<byte[]> reader = TopicReader.openBinary(connection, Start.BEGINNING, List.of(topic))) {
            to.topic(name, reader.ends().size());
            while (!reader.isAtEnd()) {
                reader.poll(POLL, record -> unchecked(handler, record));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void unchecked(Handler handler, ConsumerRecord<byte[], byte[]> record) {
        try {
            handler.handle(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
