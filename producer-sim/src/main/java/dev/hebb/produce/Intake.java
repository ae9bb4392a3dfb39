package dev.hebb.produce;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.produce.SpikeProducer.SentOffsets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * View of what the pipeline does with the spikes that a producer sends: how far it has read them, and how many of them
 * it rejects. Rejections are read, committed, from {@code rejected-spikes}, beginning where that topic ended before the
 * first spike was sent. Not thread-safe.
 */
public final class Intake implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;
    private final String network;
    private final TopicReader<String> rejected;
    private final List<Rejection> rejections = new ArrayList<>();

    /** A record, or a part of one, that was rejected. */
    private record Rejection(int partition, long offset, String reason, long count) {}

    private Intake(Connection connection, String network, TopicReader<String> rejected) {
        this.connection = connection;
        this.network = network;
        this.rejected = rejected;
    }

    /**
     * Begins to watch; call it before the first spike is sent.
     *
     * @throws dev.hebb.client.TopicReadException if the topic of rejected spikes cannot be read
     */
    public static Intake begin(Connection connection, String network) {
        return new Intake(
                connection,
                network,
                TopicReader.open(
                        connection, TopicReader.Start.END, connection.topics().rejectedSpikes()));
    }

    @Override
    public void close() {
        rejected.close();
    }

    /** Progress of an application in reading the records that were sent. */
    public enum Progress {
        /** No application of this id has read the topic of spikes. */
        UNKNOWN,
        /** The application has some of the records still to read. */
        READING,
        /** The application has read all records, and has committed the results. */
        READ
    }

    /**
     * Returns how far an application has read records.
     *
     * @param applicationId names its consumer group
     * @param sent by partition of the topic of spikes
     */
    public Progress progress(String applicationId, Map<Integer, SentOffsets> sent) {
        Map<String, Object> config = connection.clientProperties();
        try (Admin admin = Admin.create(config)) {
            Map<TopicPartition, @Nullable OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(applicationId)
                    .partitionsToOffsetAndMetadata()
                    .get();
            if (committed.isEmpty()) {
                return Progress.UNKNOWN;
            }
            boolean read = sent.entrySet().stream().allMatch(partition -> {
                OffsetAndMetadata at =
                        committed.get(new TopicPartition(connection.topics().spikes(), partition.getKey()));
                return at != null && at.offset() > partition.getValue().last();
            });
            return read ? Progress.READ : Progress.READING;
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not say how far " + applicationId + " has read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Spikes of these records that were rejected so far, by reason.
     *
     * @param sent by partition of the topic of spikes
     */
    public SortedMap<String, Long> rejected(Map<Integer, SentOffsets> sent) {
        int read = 1;
        while (read > 0) {
            read = rejected.poll(POLL, this::accept);
        }
        SortedMap<String, Long> byReason = new TreeMap<>();
        for (Rejection rejection : rejections) {
            SentOffsets ours = sent.get(rejection.partition);
            if (ours != null && rejection.offset >= ours.first() && rejection.offset <= ours.last()) {
                byReason.merge(rejection.reason, rejection.count, Long::sum);
            }
        }
        return byReason;
    }

    /** Keeps rejections of the network's records on the topic of spikes. */
    private void accept(ConsumerRecord<String, byte[]> read) {
        if (network.equals(read.key()) && connection.topics().spikes().equals(header(read, "topic"))) {
            rejections.add(new Rejection(
                    Integer.parseInt(header(read, "partition")),
                    Long.parseLong(header(read, "offset")),
                    header(read, "reason"),
                    Long.parseLong(header(read, "count"))));
        }
    }

    private static String header(ConsumerRecord<String, byte[]> read, String name) {
        Header header = read.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
