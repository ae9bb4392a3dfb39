package dev.hebb.api.streams;

import dev.hebb.api.answer.Pruned;
import dev.hebb.api.answer.PrunedAnswer;
import dev.hebb.api.answer.PruningHistory;
import dev.hebb.api.view.NotReadyException;
import dev.hebb.client.Connection;
import dev.hebb.schema.PruningEvent;
import dev.hebb.serde.AvroSerde;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the topic of pruning events from its beginning at every question: prunings are rare, the topic is the truth, and
 * what was not committed is not told. Kafka's own times are wall-clock, so that there is no place to start at.
 *
 * @param consumers makes a read_committed consumer without a group
 * @param patience how long one question may take
 */
public record TopicPruningHistory(Supplier<Consumer<String, PruningEvent>> consumers, String topic, Duration patience)
        implements PruningHistory {
    private static final Comparator<Pruned> BY_TIME = Comparator.comparingLong(Pruned::atMicros)
            .thenComparing(Pruned::kind)
            .thenComparingInt(Pruned::post)
            .thenComparing(Pruned::pre, Comparator.nullsFirst(Comparator.naturalOrder()));
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Of a cluster. */
    public static TopicPruningHistory of(Connection connection, SchemaRegistryClient registry) {
        Map<String, Object> config = connection.clientProperties();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new TopicPruningHistory(
                () -> new KafkaConsumer<>(
                        config,
                        new StringDeserializer(),
                        AvroSerde.deserializer(registry, PruningEvent.getClassSchema())),
                connection.topics().pruningEvents(),
                PATIENCE);
    }

    @Override
    public PrunedAnswer between(String network, long fromMicros, long toMicros, int limit) {
        Earliest earliest = new Earliest(limit);
        boolean finished;
        try (Consumer<String, PruningEvent> consumer = consumers.get()) {
            finished = read(consumer, record -> {
                PruningEvent event = record.value();
                if (event.getNetwork().equals(network) && event.getAt() >= fromMicros && event.getAt() < toMicros) {
                    earliest.add(Pruned.of(event));
                }
            });
        } catch (KafkaException e) {
            throw new NotReadyException("topic " + topic + " cannot be read: " + e.getMessage(), e);
        }
        return new PrunedAnswer(network, fromMicros, toMicros, finished && !earliest.overflowed, earliest.sorted());
    }

    /** Whether it came to the end that the topic had at the start. */
    private boolean read(
            Consumer<String, PruningEvent> consumer,
            java.util.function.Consumer<ConsumerRecord<String, PruningEvent>> each) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
        long deadline = System.nanoTime() + patience.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            consumer.poll(POLL).forEach(each);
        }
        return true;
    }

    private List<TopicPartition> partitions(Consumer<String, PruningEvent> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo partition : consumer.partitionsFor(topic, patience)) {
            partitions.add(new TopicPartition(topic, partition.partition()));
        }
        return partitions;
    }

    /** The earliest so many, in bounded memory. */
    private static final class Earliest {
        private final int limit;
        private final PriorityQueue<Pruned> kept = new PriorityQueue<>(BY_TIME.reversed());
        private boolean overflowed;

        Earliest(int limit) {
            this.limit = limit;
        }

        void add(Pruned pruned) {
            kept.add(pruned);
            if (kept.size() > limit) {
                kept.remove();
                overflowed = true;
            }
        }

        List<Pruned> sorted() {
            return kept.stream().sorted(BY_TIME).toList();
        }
    }
}
