package dev.hebb.app;

import dev.hebb.client.Connection;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.config.HebbConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What an application counted with when it was first started: shards, windows and lag bins, which its stores and all its
 * instances share for good. Kept on a topic of its own, so that an instance with others is refused instead of mixing
 * its counts into the rest.
 */
final class PinnedSettings {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Connection connection;
    private final String topic;

    PinnedSettings(Connection connection) {
        this.connection = connection;
        this.topic = connection.topics().appSettings();
    }

    /**
     * Compares with what the application was started with; the first instance says it.
     *
     * @throws IllegalStateException naming the settings that differ
     */
    void check(HebbConfig config) throws InterruptedException {
        String applicationId = config.streams().applicationId();
        Map<String, String> own = of(config);
        String pinned = read(applicationId);
        if (pinned == null) {
            write(applicationId, text(own));
            return;
        }
        List<String> known = pinned.lines().toList();
        List<String> other =
                text(own).lines().filter(line -> !known.contains(line)).toList();
        if (!other.isEmpty()) {
            throw new IllegalStateException("application '" + applicationId + "' was first started with "
                    + String.join(", ", known) + ", and its stores hold what was counted so; this instance has "
                    + String.join(", ", other) + ": set it back, or give another hebb.streams.application-id");
        }
    }

    private static Map<String, String> of(HebbConfig config) {
        LagAxis axis = config.shard().axis();
        return new TreeMap<>(Map.of(
                "hebb.shards", Integer.toString(config.shard().shards()),
                "hebb.window-micros", Long.toString(config.shard().windowMicros()),
                "hebb.axis.bin-micros", Integer.toString(axis.binMicros()),
                "hebb.axis.bins", Integer.toString(axis.bins()),
                "hebb.axis.censor-micros", Integer.toString(axis.censorMicros())));
    }

    private static String text(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
    }

    private @Nullable String read(String applicationId) {
        Map<String, Object> config = connection.clientProperties();
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = consumer.endOffsets(partition).values().iterator().next();
            String pinned = null;
            while (consumer.position(partition.get(0)) < end) {
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    pinned = applicationId.equals(record.key()) ? record.value() : pinned;
                }
            }
            return pinned;
        }
    }

    private void write(String applicationId, String settings) throws InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(connection.clientProperties(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, applicationId, settings))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot write to topic " + topic + ": " + e.getCause(), e);
        }
    }
}
