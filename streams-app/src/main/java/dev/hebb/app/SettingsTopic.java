package dev.hebb.app;

import dev.hebb.client.Connection;
import dev.hebb.client.Durations;
import dev.hebb.client.TopicReadException;
import dev.hebb.client.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The compacted topic {@code app-settings}: lines of name=value under a key. It is read once. */
final class SettingsTopic {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Connection connection;
    private final String topic;
    private @Nullable Map<String, byte[]> latest;

    SettingsTopic(Connection connection) {
        this.connection = connection;
        this.topic = connection.topics().appSettings();
    }

    /**
     * Returns what had been written last under a key when this was first asked for anything; null if nothing was.
     *
     * @throws TopicReadException if the topic cannot be read
     */
    @Nullable TreeMap<String, String> read(String key) {
        if (latest == null) {
            latest = readAll();
        }
        byte[] last = latest.get(key);
        return last == null ? null : settings(new String(last, StandardCharsets.UTF_8));
    }

    private Map<String, byte[]> readAll() {
        Map<String, byte[]> found = new HashMap<>();
        try (TopicReader<String> reader = TopicReader.open(connection, TopicReader.Start.BEGINNING, topic)) {
            if (!reader.readToEnd(TIMEOUT, read -> found.put(read.key(), read.value()))) {
                throw new TopicReadException(
                        "topic " + topic + " was not read to its end within " + Durations.seconds(TIMEOUT));
            }
        }
        return found;
    }

    /** @throws IllegalStateException if the cluster does not take it */
    void write(String key, Map<String, String> settings) throws InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(connection.producerProperties(), new StringSerializer(), new StringSerializer())) {
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
