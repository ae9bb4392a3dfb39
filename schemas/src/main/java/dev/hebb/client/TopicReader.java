package dev.hebb.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reader of the committed records of topics, in order within a partition. It joins no consumer group and commits no
 * offsets, so it does not affect other readers. Positions count transaction markers, so a topic whose last transaction
 * is aborted has an end that can be reached. Not thread-safe.
 *
 * @param <K> form of the keys
 */
public final class TopicReader<K> implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration APPEARS_WITHIN = Duration.ofSeconds(3);
    private static final long RETRY_MILLIS = 100;
    private static final int MAX_POLL_RECORDS = 5000;
    private static final long RECENT_RECORDS = 1000;

    private final Connection connection;
    private final List<String> topics;
    private final Consumer<K, byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Long> ends;

    /** Place at which a reader starts. */
    public enum Start {
        /** The oldest record that each topic still has. */
        BEGINNING,
        /** The place a thousand records before the end of each partition, or its oldest record. */
        RECENT,
        /** The place behind the records that are committed when the reader is opened. */
        END
    }

    /** Receives records. */
    @FunctionalInterface
    public interface Handler<K> {
        void handle(ConsumerRecord<K, byte[]> read);
    }

    /** Chooses the partitions and moves to where reading begins; returns the committed ends. */
    private interface Opening<K> {
        Map<TopicPartition, Long> apply(TopicReader<K> reader);
    }

    private TopicReader(Connection connection, Deserializer<K> keys, Collection<String> topics, Opening<K> opening) {
        this.connection = connection;
        this.topics = List.copyOf(topics);
        consumer = new KafkaConsumer<>(config(connection), keys, new ByteArrayDeserializer());
        try {
            ends = Map.copyOf(asked(() -> opening.apply(this)));
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static Map<String, Object> config(Connection connection) {
        Map<String, Object> config = connection.clientProperties();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return config;
    }

    /**
     * Opens a reader of one topic.
     *
     * @param topic its whole name, with prefix
     * @throws TopicReadException if the topic does not exist or cannot be read
     */
    public static TopicReader<String> open(Connection connection, Start start, String topic) {
        return open(connection, start, List.of(topic));
    }

    /**
     * Opens a reader of several topics; between them there is no order. See {@link #open(Connection, Start, String)}.
     */
    public static TopicReader<String> open(Connection connection, Start start, List<String> topics) {
        return new TopicReader<>(connection, new StringDeserializer(), topics, reader -> reader.seek(start));
    }

    /** Opens a reader of topics whose keys are bytes. See {@link #open(Connection, Start, List)}. */
    public static TopicReader<byte[]> openBinary(Connection connection, Start start, List<String> topics) {
        return new TopicReader<>(connection, new ByteArrayDeserializer(), topics, reader -> reader.seek(start));
    }

    /**
     * Opens a reader of some partitions, from an offset of each on.
     *
     * @throws TopicReadException if the partitions cannot be read
     */
    public static TopicReader<byte[]> openBinary(Connection connection, Map<TopicPartition, Long> from) {
        Set<String> topics = from.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        return new TopicReader<>(connection, new ByteArrayDeserializer(), topics, reader -> reader.seek(from));
    }

    private Map<TopicPartition, Long> seek(Map<TopicPartition, Long> from) {
        partitions.addAll(from.keySet());
        consumer.assign(partitions);
        from.forEach(consumer::seek);
        return consumer.endOffsets(partitions, TIMEOUT);
    }

    private Map<TopicPartition, Long> seek(Start start) {
        for (String topic : topics) {
            partitionsOf(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> committedEnds = consumer.endOffsets(partitions, TIMEOUT);
        switch (start) {
            case BEGINNING -> consumer.seekToBeginning(partitions);
            case RECENT -> seekToRecent(committedEnds);
            case END -> committedEnds.forEach(consumer::seek);
        }
        return committedEnds;
    }

    private void seekToRecent(Map<TopicPartition, Long> committedEnds) {
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(partitions, TIMEOUT);
        committedEnds.forEach((partition, end) ->
                consumer.seek(partition, Math.max(oldest.getOrDefault(partition, 0L), end - RECENT_RECORDS)));
    }

    /**
     * A topic that was created a moment ago may not be known to every broker yet, so a missing one is asked for again.
     */
    private List<PartitionInfo> partitionsOf(String topic) {
        long begin = System.nanoTime();
        List<PartitionInfo> described = consumer.partitionsFor(topic, TIMEOUT);
        while (described.isEmpty() && System.nanoTime() - begin < APPEARS_WITHIN.toNanos()) {
            pause();
            described = consumer.partitionsFor(topic, TIMEOUT);
        }
        if (described.isEmpty()) {
            throw TopicReadException.missing("there is no topic " + topic + " at " + connection.bootstrapServers()
                    + "; 'hebb up' makes the topics, 'hebb doctor' says which are missing");
        }
        return described;
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Hands over records that are there.
     *
     * @param atMost how long to wait for the first one
     * @return how many there were
     * @throws TopicReadException if a topic cannot be read
     */
    public int poll(Duration atMost, Handler<K> handler) {
        ConsumerRecords<K, byte[]> records = asked(() -> consumer.poll(atMost));
        records.forEach(handler::handle);
        return records.count();
    }

    /**
     * Hands over records of some partitions; those of the others are not read further.
     *
     * @throws TopicReadException if a topic cannot be read
     */
    public int poll(Duration atMost, Collection<TopicPartition> of, Handler<K> handler) {
        List<TopicPartition> others =
                partitions.stream().filter(partition -> !of.contains(partition)).toList();
        consumer.pause(others);
        int read = poll(atMost, handler);
        consumer.resume(others);
        return read;
    }

    /**
     * Reads up to where the topics ended when the reader was opened.
     *
     * @return false if the time was over first
     * @throws TopicReadException if a topic cannot be read
     */
    public boolean readToEnd(Duration timeout, Handler<K> handler) {
        long begin = System.nanoTime();
        while (!isAtEnd()) {
            if (System.nanoTime() - begin > timeout.toNanos()) {
                return false;
            }
            poll(POLL, handler);
        }
        return true;
    }

    /** Returns whether everything was read that was committed when the reader was opened. */
    public boolean isAtEnd() {
        return hasReached(ends);
    }

    /** Returns the offset behind what was committed when the reader was opened, of each partition that it reads. */
    public Map<TopicPartition, Long> ends() {
        return ends;
    }

    /** Returns whether everything before these offsets was read. */
    public boolean hasReached(Map<TopicPartition, Long> offsets) {
        return asked(() -> offsets.entrySet().stream()
                .allMatch(offset -> consumer.position(offset.getKey(), TIMEOUT) >= offset.getValue()));
    }

    /**
     * Returns the offsets behind everything that is written now, including the records of transactions that are still
     * open.
     *
     * @throws TopicReadException if the cluster does not tell them
     */
    public Map<TopicPartition, Long> writtenEnds(Admin admin) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> written = new HashMap<>();
        try {
            admin.listOffsets(latest).all().get().forEach((partition, end) -> written.put(partition, end.offset()));
        } catch (ExecutionException e) {
            throw cannotBeRead(Causes.of(e));
        }
        return written;
    }

    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (TopicReadException | InterruptException e) {
            throw e;
        } catch (TimeoutException e) {
            throw new TopicReadException(
                    "Kafka at " + connection.bootstrapServers() + " does not answer: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw cannotBeRead(e);
        }
    }

    private TopicReadException cannotBeRead(Throwable why) {
        return new TopicReadException(
                (topics.size() == 1 ? "topic " : "topics ") + String.join(", ", topics) + " cannot be read: "
                        + why.getMessage(),
                why);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
