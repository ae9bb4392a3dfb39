package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hebb.cli.CommandRun;
import dev.hebb.client.TopicNames;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.neuron.NeuronTopic;
import dev.hebb.produce.SpikeProducer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A network that is forgotten is gone from stores, changelogs and the topics of dendrites and names, and stays gone.
 */
@Execution(ExecutionMode.CONCURRENT)
class ForgetIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Test
    void isGoneAndStaysGone() throws Exception {
        try (Scene forgets = scene("forgets").start();
                Scene keeps = scene("keeps").start()) {
            // Given
            for (Scene scene : List.of(forgets, keeps)) {
                simulate(scene, "dish", 7);
                nameNeurons(scene, "dish");
                nameNeurons(scene, "dish/other");
            }
            assertThat(forgets.run("forget --network dish").err()).contains("add --yes");
            assertThat(forgets.get("/v1/networks")).contains("\"dish\"");

            // When
            CommandRun forgotten = forgets.run("forget --network dish --yes --wait --by anna");
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(forgets.get("/v1/networks")).doesNotContain("\"dish\""));
            for (Scene scene : List.of(forgets, keeps)) {
                simulate(scene, "other", 8);
            }

            // Then
            assertThat(forgotten.err()).isEmpty();
            assertThat(forgotten.out()).last().asString().contains("the network is forgotten");
            assertThat(forgets.run("watch network --network dish --from-beginning --exit-at-end")
                            .out())
                    .anyMatch(line -> line.matches(".*COMMAND_APPLIED.*anna +forget the network.*"));
            forgets.awaitAllRead();
            keeps.awaitAllRead();
            forgets.stop();
            keeps.stop();
            assertOnlyTombstones(forgets, "dish");
            assertThat(names(forgets, "dish")).isEmpty();
            assertThat(names(forgets, "dish/other")).containsOnlyKeys(0, 1, 2);
            assertThat(names(keeps, "dish")).containsOnlyKeys(0, 1, 2);
            assertThat(outputs(forgets, "other"))
                    .isEqualTo(outputs(keeps, "other"))
                    .isNotEmpty();
        }
        try (Scene restored = scene("forgets").start()) {
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(restored.get("/v1/networks"))
                    .contains("\"other\""));
            assertThat(restored.get("/v1/networks")).doesNotContain("\"dish\"");
            assertThat(restored.run("synapses --network dish").err()).contains("dish");
        }
    }

    private static void assertOnlyTombstones(Scene scene, String network) throws Exception {
        TopicNames names = scene.connection().topics();
        List<String> topics = new ArrayList<>(List.of(names.dendrites()));
        try (Admin admin = Admin.create(scene.connection().clientProperties())) {
            Set<String> all = admin.listTopics().names().get();
            all.stream()
                    .filter(topic -> topic.startsWith(names.prefix()) && topic.endsWith("-changelog"))
                    .forEach(topics::add);
        }
        assertThat(topics).hasSize(8);
        int keys = 0;
        for (String topic : topics) {
            Map<String, Boolean> tombstones = new TreeMap<>();
            for (ConsumerRecord<String, byte[]> record : scene.topics().records(topic)) {
                if (record.key() != null && record.key().contains(network)) {
                    tombstones.put(record.key(), record.value() == null);
                }
            }
            assertThat(tombstones.values()).as(topic).doesNotContain(false);
            keys += tombstones.size();
        }
        assertThat(keys).isGreaterThan(20);
    }

    private static void nameNeurons(Scene scene, String network) {
        try (SpikeProducer producer = new SpikeProducer(scene.connection())) {
            producer.to(network)
                    .neurons(IntStream.range(0, 3)
                            .mapToObj(neuron -> KnownNeuron.of(neuron).named("unit " + neuron))
                            .toList());
            producer.flush();
        }
    }

    private static Map<Integer, KnownNeuron> names(Scene scene, String network) {
        return new NeuronTopic(scene.connection(), scene.connection().registry()).of(network);
    }

    /** Values by topic and key, in their order. */
    private static Map<String, List<String>> outputs(Scene scene, String network) {
        TopicNames names = scene.connection().topics();
        Map<String, List<String>> outputs = new TreeMap<>();
        for (String topic : List.of(
                names.coFiring(),
                names.dendrites(),
                names.synapseEvents(),
                names.pruningEvents(),
                names.networkWindows())) {
            for (ConsumerRecord<String, byte[]> record : scene.topics().records(topic)) {
                if (record.key().startsWith(network)) {
                    String key = topic.substring(names.prefix().length()) + " " + record.key();
                    byte[] value = record.value();
                    outputs.computeIfAbsent(key, first -> new ArrayList<>())
                            .add(value == null ? "null" : HexFormat.of().formatHex(value));
                }
            }
        }
        return outputs;
    }

    private static void simulate(Scene scene, String network, int seed) {
        CommandRun simulated = scene.run("simulate --network " + network + " --neurons 12 --rate 5 --synapses 15"
                + " --strength 0.5 --duration 10m --wait --seed " + seed);
        assertThat(simulated.err()).isEmpty();
    }

    private static Scene scene(String name) throws IOException {
        return new Scene(SharedStack.get(), name, Map.of("shards", "2"));
    }
}
