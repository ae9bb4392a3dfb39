package dev.hebb.cli.ask;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicReader;
import dev.hebb.client.TopicReader.Start;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The committed records of {@code spikes} and {@code control} that Kafka still has, all partitions merged by their time
 * stamps, as the tasks of the app take them: of each partition in its order, and first the one whose next record is the
 * oldest. Not thread-safe.
 */
final class NetworkArrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Records of one partition that wait for those of others; then it is read no further. */
    private static final int MOST_WAITING = 1_000;

    private final TopicReader<byte[]> reader;
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> waiting = new HashMap<>();

    NetworkArrivals(Connection connection) {
        reader = TopicReader.openBinary(
                connection,
                Start.BEGINNING,
                List.of(connection.topics().spikes(), connection.topics().control()));
        reader.ends().keySet().forEach(partition -> waiting.put(partition, new ArrayDeque<>()));
    }

    /** Returns the next record, or none behind the last one that was committed when this was made. */
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
        return reader.hasReached(Map.of(partition, end(partition)));
    }

    private long end(TopicPartition partition) {
        return reader.ends().getOrDefault(partition, 0L);
    }

    private void poll() {
        List<TopicPartition> wanted = waiting.entrySet().stream()
                .filter(each -> each.getValue().size() < MOST_WAITING && !isAtEnd(each.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        reader.poll(POLL, wanted, record -> {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < end(partition)) {
                waiting.computeIfAbsent(partition, first -> new ArrayDeque<>()).add(record);
            }
        });
    }

    @Override
    public void close() {
        reader.close();
    }
}
