package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Subjects;
import dev.hebb.client.TopicNames;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Forget;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroEncoder;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that is forgotten leaves no row; what comes after it is as if it had never been. */
class ForgetTest {
    private static final TopicNames TOPICS = TopicNames.DEFAULT;
    private static final long WINDOW = 1_000_000;
    private static final int WINDOWS = 30;
    private static final int NEURONS = 6;
    private static final Object FORGET = new Forget();

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final AvroEncoder<Object> spikes =
            AvroEncoder.register(registry, TopicNames.subject(TOPICS.spikes()), Subjects.SPIKES);
    private final AvroEncoder<ControlEvent> control =
            AvroEncoder.register(registry, TopicNames.subject(TOPICS.control()), ControlEvent.getClassSchema());

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void leavesNoRowAndATombstoneOfEachDendrite(int shards) {
        // Given
        DirectPipeline pipeline = pipeline(shards);
        live(pipeline, "dish", 1);
        command(pipeline, "dish", new DefineArea("later", List.of(1)), 1_000 * WINDOW);
        assertThat(pipeline.rowsOf("dish")).isGreaterThan(10);

        // When
        command(pipeline, "dish", FORGET, 0);

        // Then
        assertThat(pipeline.rowsOf("dish")).isZero();
        Map<String, List<String>> dendrites = ofTopic(pipeline.sent(), TOPICS.dendrites());
        assertThat(dendrites).isNotEmpty();
        assertThat(dendrites.values())
                .allSatisfy(values -> assertThat(values.get(values.size() - 1)).endsWith(" null"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anotherNetworkIsUntouched(int shards) {
        // Given
        DirectPipeline alone = pipeline(shards);
        DirectPipeline besides = pipeline(shards);

        // When
        live(alone, "other", 2);
        live(besides, "dish", 1);
        command(besides, "dish", FORGET, 0);
        live(besides, "other", 2);

        // Then
        assertThat(alone.rowsOf("other")).isEqualTo(besides.rowsOf("other")).isPositive();
        assertThat(ofNetwork(besides.sent(), "other")).isEqualTo(ofNetwork(alone.sent(), "other"));
    }

    /** Windows of the new network have the numbers of the old one's. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theNextSpikeBeginsANewNetwork(int shards) {
        // Given
        DirectPipeline never = pipeline(shards);
        DirectPipeline again = pipeline(shards);

        // When
        live(never, "dish", 2);
        live(again, "dish", 1);
        int before = again.sent().size(TOPICS.networkWindows());
        Map<String, List<String>> first = ofNetwork(again.sent(), "dish");
        command(again, "dish", FORGET, 0);
        Map<String, List<String>> forgotten = ofNetwork(again.sent(), "dish");
        live(again, "dish", 2);

        // Then
        assertThat(before).isPositive();
        assertThat(forgotten.keySet()).containsAll(first.keySet());
        Map<String, List<String>> expected = ofNetwork(never.sent(), "dish");
        Map<String, List<String>> second = ofNetwork(again.sent(), "dish");
        forgotten.forEach(
                (key, values) -> second.computeIfPresent(key, (same, all) -> all.subList(values.size(), all.size())));
        second.values().removeIf(List::isEmpty);
        assertThat(second).isEqualTo(expected);
        assertThat(again.rowsOf("dish")).isEqualTo(never.rowsOf("dish"));
    }

    @Test
    void aNetworkThatIsNotThereIsRefused() {
        // Given
        DirectPipeline pipeline = pipeline(1);

        // When
        command(pipeline, "dsh", FORGET, 0);

        // Then
        assertThat(pipeline.rowsOf("dsh")).isZero();
        assertThat(pipeline.sent().size(TOPICS.rejectedSpikes())).isEqualTo(1);
        assertThat(pipeline.sent().size(TOPICS.networkEvents())).isEqualTo(1);
    }

    private DirectPipeline pipeline(int shards) {
        return new DirectPipeline(DirectPipeline.config(shards, WINDOW), registry);
    }

    private static Map<String, List<String>> ofTopic(SentRecords sent, String topic) {
        return matching(sent, topic + " ");
    }

    private static Map<String, List<String>> ofNetwork(SentRecords sent, String network) {
        return matching(sent, " " + network);
    }

    private static Map<String, List<String>> matching(SentRecords sent, String part) {
        return sent.byTopicAndKey().entrySet().stream()
                .filter(entry -> entry.getKey().contains(part))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue()), (one, two) -> one, TreeMap::new));
    }

    private void command(DirectPipeline pipeline, String network, Object command, long from) {
        ControlEvent event = new ControlEvent(network, from, command, "id", "me", 7L);
        pipeline.receive(TOPICS.control(), control.encode(event), 5_000);
    }

    /** Neuron 1 often fires 3 ms after neuron 0. */
    private void live(DirectPipeline pipeline, String network, long seed) {
        Random random = new Random(seed);
        for (int window = 0; window < WINDOWS; window++) {
            TreeMap<Integer, Integer> neurons = new TreeMap<>();
            for (int i = 0; i < 12 * NEURONS; i++) {
                int offset = random.nextInt((int) WINDOW - 10_000);
                int neuron = random.nextInt(NEURONS);
                neurons.put(offset, neuron);
                if (neuron == 0 && random.nextInt(10) < 7) {
                    neurons.put(offset + 3_000 + random.nextInt(500), 1);
                }
            }
            SpikeBatch batch = new SpikeBatch(
                    network, window * WINDOW, List.copyOf(neurons.values()), List.copyOf(neurons.keySet()));
            pipeline.receive(TOPICS.spikes(), spikes.encode(batch), 1_000 + window);
        }
        pipeline.receive(
                TOPICS.spikes(), spikes.encode(new SpikeBatch(network, WINDOWS * WINDOW, List.of(), List.of())), 2_000);
    }
}
