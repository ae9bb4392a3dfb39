package dev.hebb.experiment.run;

import dev.hebb.client.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Progress of a pipeline in reading the commands: its committed offsets. */
final class ConsumerProgress implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;
    private static final long TIMEOUT_NANOS = 120_000_000_000L;

    private final Admin admin;
    private final String applicationId;
    private final String topic;

    ConsumerProgress(Connection connection, String applicationId) {
        this.admin = Admin.create(connection.clientProperties());
        this.applicationId = applicationId;
        this.topic = connection.topics().control();
    }

    /**
     * Waits until everything that is on the topic of commands now has been read and committed.
     *
     * @throws KafkaException if it takes too long
     */
    void awaitCommands() throws InterruptedException {
        try {
            Map<TopicPartition, Long> ends = ends();
            long begin = System.nanoTime();
            while (!isRead(ends)) {
                if (System.nanoTime() - begin > TIMEOUT_NANOS) {
                    throw new KafkaException(
                            "the application " + applicationId + " does not read topic " + topic + "; is it running?");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (ExecutionException e) {
            throw new KafkaException("offsets of topic " + topic + " are not to be had: " + e.getCause(), e);
        }
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        TopicDescription described = Objects.requireNonNull(
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        described
                .partitions()
                .forEach(partition -> asked.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private boolean isRead(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> end.getValue() <= offset(read.get(end.getKey())));
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    @Override
    public void close() {
        admin.close();
    }
}
