package dev.hebb.app;

import dev.hebb.client.Connection;
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

/** The compacted topic {@code app-settings}: lines of name=value under a key. */
final class SettingsTopic {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Connection connection;
    private final String topic;

    SettingsTopic(Connection connection) {
        this.connection = connection;
        this.topic = connection.topics().appSettings();
    }

    /** What was written last under a key; null if nothing was. */
    @Nullable TreeMap<String, String> read(String key) {
        Map<String, Object> config = connection.clientProperties();
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = consumer.endOffsets(partition).values().iterator().next();
            String last = null;
            while (consumer.position(partition.get(0)) < end) {
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    last = key.equals(record.key()) ? record.value() : last;
                }
            }
            return last == null ? null : settings(last);
        }
    }

    /** @throws IllegalStateException if the cluster does not take it */
    void write(String key, Map<String, String> settings) throws InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(connection.clientProperties(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, key, text(settings))).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot write to topic " + topic + ": " + e.getCause(), e);
        }
    }

    private static TreeMap<String, String> settings(String text) {
        TreeMap<String, String> settings = new TreeMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            settings.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return settings;
    }

    private static String text(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
