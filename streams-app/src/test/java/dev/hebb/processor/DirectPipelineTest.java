package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Subjects;
import dev.hebb.client.TopicNames;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Lesion;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroEncoder;
import dev.hebb.topology.HebbTopology;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers that call each other, of one shard or of several, send what the topology of one task sends. */
class DirectPipelineTest {
    private static final TopicNames TOPICS = TopicNames.DEFAULT;
    private static final long WINDOW = 1_000_000;
    private static final int WINDOWS = 40;
    private static final int NEURONS = 8;

    /** A record to the pipeline. */
    private record Input(String topic, byte[] value, long timestamp) {}

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();

    @Test
    void sendsWhatTheTopologySends(@TempDir Path stateDir) {
        // Given
        List<Input> inputs = inputs();

        // When
        SentRecords direct = direct(inputs, 1);

        // Then
        assertSame(direct, throughTopology(inputs, stateDir));
        assertThat(direct.size(TOPICS.networkWindows())).isEqualTo(WINDOWS);
        assertThat(direct.size(TOPICS.rejectedSpikes())).isEqualTo(1);
        assertThat(List.of(TOPICS.synapseEvents(), TOPICS.coFiring(), TOPICS.dendrites(), TOPICS.networkEvents()))
                .allMatch(topic -> direct.size(topic) > 0);
        // The synapse that the lesion took, and the neuron.
        assertThat(direct.size(TOPICS.pruningEvents())).isGreaterThanOrEqualTo(2);
    }

    @Test
    void sendsTheSameFromManyShards() {
        // Given
        List<Input> inputs = inputs();

        // When
        SentRecords one = direct(inputs, 1);
        SentRecords three = direct(inputs, 3);

        // Then
        assertThat(three.size(TOPICS.networkWindows())).isEqualTo(3 * WINDOWS);
        assertSame(three.without(TOPICS.networkWindows()), one.without(TOPICS.networkWindows()));
    }

    private static void assertSame(SentRecords actual, SentRecords expected) {
        assertThat(actual.byTopicAndKey().keySet())
                .isEqualTo(expected.byTopicAndKey().keySet());
        assertThat(actual.byTopicAndKey().entrySet()).allSatisfy(of -> assertThat(of.getValue())
                .as(of.getKey())
                .isEqualTo(expected.byTopicAndKey().get(of.getKey())));
    }

    private SentRecords direct(List<Input> inputs, int shards) {
        DirectPipeline direct = new DirectPipeline(DirectPipeline.config(shards, WINDOW), registry);
        inputs.forEach(input -> direct.receive(input.topic(), input.value(), input.timestamp()));
        return direct.sent();
    }

    private SentRecords throughTopology(List<Input> inputs, Path stateDir) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "direct-test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        SentRecords sent = new SentRecords();
        try (TopologyTestDriver driver = new TopologyTestDriver(
                HebbTopology.build(DirectPipeline.config(1, WINDOW), new TaskLayout(1, 1), TestServices.of(registry)),
                properties)) {
            for (Input input : inputs) {
                driver.createInputTopic(input.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                        .pipeInput(new TestRecord<>(null, input.value(), null, input.timestamp()));
            }
            for (String topic : driver.producedTopicNames()) {
                if (!topic.endsWith("-repartition") && !topic.endsWith("-changelog")) {
                    driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                            .readRecordsToList()
                            .forEach(record -> sent.add(topic, "" + record.key(), record.value(), record.timestamp()));
                }
            }
        }
        return sent;
    }

    /** Neuron 1 often fires 3 ms after neuron 0, until a lesion kills neuron 0. */
    private List<Input> inputs() {
        AvroEncoder<Object> spikes =
                AvroEncoder.register(registry, TopicNames.subject(TOPICS.spikes()), Subjects.SPIKES);
        AvroEncoder<ControlEvent> control =
                AvroEncoder.register(registry, TopicNames.subject(TOPICS.control()), ControlEvent.getClassSchema());
        List<Input> inputs = new ArrayList<>();
        Random random = new Random(3);
        for (int window = 0; window < WINDOWS; window++) {
            inputs.add(new Input(TOPICS.spikes(), spikes.encode(batch(window, random)), 1_000 + window));
            if (window == WINDOWS - 10) {
                Lesion lesion = new Lesion("", List.of(0));
                ControlEvent event = new ControlEvent("dish", (window + 2) * WINDOW, lesion, "id", "me", 7L);
                inputs.add(new Input(TOPICS.control(), control.encode(event), 2_000));
                inputs.add(new Input(TOPICS.spikes(), new byte[] {42}, 2_001));
            }
        }
        SpikeBatch end = new SpikeBatch("dish", WINDOWS * WINDOW, List.of(), List.of());
        inputs.add(new Input(TOPICS.spikes(), spikes.encode(end), 3_000));
        return inputs;
    }

    private static SpikeBatch batch(int window, Random random) {
        TreeMap<Integer, Integer> neurons = new TreeMap<>();
        for (int i = 0; i < 12 * NEURONS; i++) {
            int offset = random.nextInt((int) WINDOW - 10_000);
            int neuron = random.nextInt(NEURONS);
            neurons.put(offset, neuron);
            if (neuron == 0 && random.nextInt(10) < 7) {
                neurons.put(offset + 3_000 + random.nextInt(500), 1);
            }
        }
        return new SpikeBatch("dish", window * WINDOW, List.copyOf(neurons.values()), List.copyOf(neurons.keySet()));
    }
}
