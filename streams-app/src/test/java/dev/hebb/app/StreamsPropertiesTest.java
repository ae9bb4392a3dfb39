package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.Replication;
import dev.hebb.client.TopicNames;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.processor.SpikeRuns;
import dev.hebb.topology.RocksDbMemory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Kafka Streams makes of our configuration, and of what a user passed through. */
class StreamsPropertiesTest {
    private static final String INTERCEPTORS = ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG;
    private static final String USERS = Watch.class.getName();
    private static final String RUNS = SpikeRuns.class.getName();

    /** An interceptor of a user. */
    public static final class Watch implements ConsumerInterceptor<byte[], byte[]> {
        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
            return records;
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> configs) {}
    }

    @Test
    void spikesAreJoinedBehindTheInterceptorsOfAUser(@TempDir Path directory) {
        assertThat(interceptors(directory, Map.of())).containsExactly(RUNS);
        for (String prefix : List.of("", StreamsConfig.CONSUMER_PREFIX, StreamsConfig.MAIN_CONSUMER_PREFIX)) {
            assertThat(interceptors(directory, Map.of(prefix + INTERCEPTORS, USERS)))
                    .as(prefix)
                    .containsExactly(USERS, RUNS);
        }
        assertThat(interceptors(
                        directory,
                        Map.of(
                                INTERCEPTORS,
                                "org.example.ForAll",
                                StreamsConfig.MAIN_CONSUMER_PREFIX + INTERCEPTORS,
                                USERS)))
                .containsExactly(USERS, RUNS);
        assertThat(interceptors(directory, Map.of(INTERCEPTORS, ""))).containsExactly(RUNS);
    }

    @Test
    void aPauseBeforeARetryThatTheUserSetIsKept(@TempDir Path directory) {
        String pause = StreamsConfig.RETRY_BACKOFF_MS_CONFIG;

        assertThat(streamsConfig(directory, Map.of()).getLong(pause)).isLessThan(100);
        assertThat(streamsConfig(directory, Map.of(pause, "300")).getLong(pause))
                .isEqualTo(300);
    }

    /** Of the consumer of spikes, as Kafka Streams configures it. */
    private static List<String> interceptors(Path directory, Map<String, String> passedThrough) {
        Object classes = streamsConfig(directory, passedThrough)
                .getMainConsumerConfigs("group", "client", 0)
                .get(INTERCEPTORS);
        return Arrays.asList(String.valueOf(classes).split(","));
    }

    private static StreamsConfig streamsConfig(Path directory, Map<String, String> passedThrough) {
        HebbConfig config = ConfigReader.read(Map.of("hebb.streams.state-dir", directory.toString()));
        Connection connection = new Connection("localhost:1", "http://localhost:2", passedThrough, TopicNames.DEFAULT);
        try (RocksDbMemory memory = new RocksDbMemory(16 << 20)) {
            Map<String, Object> properties = new HashMap<>();
            AppCluster cluster = new AppCluster(connection, connection.registry(), new Replication((short) 1, 1));
            StreamsProperties.of(config, cluster, memory, "localhost:3", "an-instance")
                    .forEach((name, value) -> properties.put(String.valueOf(name), value));
            return new StreamsConfig(properties);
        }
    }
}
