package dev.hebb.cli.ask;

import dev.hebb.client.CommittedRecords;
import dev.hebb.client.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The committed records of {@code spikes} and {@code control} that Kafka still has, all partitions merged by their time
 * stamps, as the tasks of the app take them: of each partition in its order, and first the one whose next record is the
 * oldest. Joins no consumer group. Not thread-safe.
 */
final class NetworkArrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);
    /** Records of one partition that wait for those of others; then it is read no further. */
    private static final int MOST_WAITING = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> waiting = new HashMap<>();

    NetworkArrivals(Connection connection) {
        consumer = CommittedRecords.consumer(connection);
        for (String topic :
                List.of(connection.topics().spikes(), connection.topics().control())) {
            consumer.partitionsFor(topic, ANSWERS_WITHIN)
                    .forEach(info -> waiting.put(new TopicPartition(topic, info.partition()), new ArrayDeque<>()));
        }
        consumer.assign(waiting.keySet());
        ends = consumer.endOffsets(waiting.keySet(), ANSWERS_WITHIN);
        consumer.seekToBeginning(waiting.keySet());
    }

    /** The next record; empty behind the last one that was committed when this was made. */
    Optional<ConsumerRecord<byte[], byte[]>> next() {
        while (waiting.entrySet().stream().anyMatch(each -> each.getValue().isEmpty() && !isAtEnd(each.getKey()))) {
            poll();
        }
        return waiting.values().stream()
                .filter(records -> !records.isEmpty())
                .min(Comparator.comparingLong(NetworkArrivals::oldest))
                .map(records -> records.remove());
    }

    private static long oldest(Deque<ConsumerRecord<byte[], byte[]>> records) {
        @Nullable ConsumerRecord<byte[], byte[]> first = records.peek();
        return first == null ? Long.MAX_VALUE : first.timestamp();
    }

    private boolean isAtEnd(TopicPartition partition) {
        return consumer.position(partition, ANSWERS_WITHIN) >= ends.getOrDefault(partition, 0L);
    }

    private void poll() {
        List<TopicPartition> full = new ArrayList<>();
        List<TopicPartition> wanted = new ArrayList<>();
        waiting.forEach((partition, records) ->
                (records.size() >= MOST_WAITING || isAtEnd(partition) ? full : wanted).add(partition));
        consumer.pause(full);
        consumer.resume(wanted);
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < ends.getOrDefault(partition, 0L)) {
                waiting.computeIfAbsent(partition, first -> new ArrayDeque<>()).add(record);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
