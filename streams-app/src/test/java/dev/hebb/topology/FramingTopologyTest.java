package dev.hebb.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Subjects;
import dev.hebb.client.TopicNames;
import dev.hebb.config.ConfigReader;
import dev.hebb.processor.TaskLayout;
import dev.hebb.processor.TestServices;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroEncoder;
import dev.hebb.serde.AvroSerde;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the whole topology, from bytes on {@code spikes}. */
class FramingTopologyTest {
    @Test
    void spikesReachTheShardsAndFlawsAreSentBack(@TempDir Path stateDir) {
        // Given
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        TopicNames topics = TopicNames.DEFAULT;
        AvroEncoder<Object> encoder = AvroEncoder.register(registry, "spikes-value", Subjects.SPIKES);
        Properties properties = new Properties();
        properties.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "framing-test",
                StreamsConfig.STATE_DIR_CONFIG,
                stateDir.toString()));
        try (TopologyTestDriver driver = new TopologyTestDriver(
                HebbTopology.build(
                        ConfigReader.read(Map.of("hebb.shards", "1")), new TaskLayout(1, 1), TestServices.of(registry)),
                properties)) {
            TestInputTopic<String, byte[]> spikes =
                    driver.createInputTopic(topics.spikes(), new StringSerializer(), new ByteArraySerializer());
            TestOutputTopic<byte[], byte[]> rejected = driver.createOutputTopic(
                    topics.rejectedSpikes(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            TestOutputTopic<String, NetworkWindow> windows = driver.createOutputTopic(
                    topics.networkWindows(),
                    new StringDeserializer(),
                    AvroSerde.deserializer(registry, NetworkWindow.getClassSchema()));

            // When
            spikes.pipeInput("n", encoder.encode(new SpikeBatch("n", 0L, List.of(1, 2, 1), List.of(10, 5, 10))));
            spikes.pipeInput("k", new byte[] {42});
            spikes.pipeInput("n", encoder.encode(new SpikeBatch("n", 10_000_000L, List.of(), List.of())));

            // Then
            TestRecord<byte[], byte[]> refusal = rejected.readRecord();
            assertThat(refusal.value()).containsExactly(42);
            assertThat(refusal.key()).isEqualTo("k".getBytes(StandardCharsets.UTF_8));
            assertThat(rejected.isEmpty()).isTrue();
            assertThat(windows.readValue().getSpikes()).isEqualTo(2);
        }
    }
}
