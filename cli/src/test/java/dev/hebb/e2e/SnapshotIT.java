package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import dev.hebb.client.TopicNames;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.neuron.NeuronTopic;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.TemporaryStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A snapshot goes on as its application does: in another cluster too. */
@Execution(ExecutionMode.CONCURRENT)
class SnapshotIT {
    private static final String SIMULATE =
            "simulate --network dish --neurons 8 --rate 5 --synapses 8 --strength 0.5 --wait ";
    private static final String FIRST = SIMULATE + "--duration 10m --seed 7";
    private static final String SECOND = SIMULATE + "--duration 6m --seed 8 --start 600000000";
    private static final int SCHEMA_HEADER = 5;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void goesOnInAnotherCluster() throws Exception {
        // Given
        Path file = directory.resolve("snap.shot");
        LocalStack here = SharedStack.get();
        try (Scene source = scene(here, "source", 2).start();
                TemporaryStack there = TemporaryStack.start()) {
            simulate(source, FIRST);
            nameNeuron(source);
            assertThat(snapshot(source, file).err()).contains("runs, with").contains("stop all its instances");
            assertThat(file).doesNotExist();
            source.awaitAllRead();
            source.stop();

            // When
            assertThat(snapshot(source, file).err()).isEmpty();
            try (Scene moved = scene(there.stack(), "moved", 2)) {
                assertThat(restore(moved, half(file)).err()).contains("ends too early");
                assertThat(restore(moved, file).err()).isEmpty();
                assertThat(restore(moved, file).err()).contains("has state of application");
                assertThat(changelogSettings(moved))
                        .isEqualTo(changelogSettings(source))
                        .hasSizeGreaterThan(5);
                source.start();
                moved.start();
                simulate(source, SECOND);
                simulate(moved, SECOND);

                // Then
                assertGoesOn(moved, source);
                assertThat(connectome(moved)).isEqualTo(connectome(source)).isNotEmpty();
                assertThat(names(moved)).isEqualTo(names(source)).containsOnlyKeys(3);
            }
        }
    }

    /** Settings of each changelog that are not its broker's, by its name without the prefix. */
    private static Map<String, Map<String, String>> changelogSettings(Scene scene) throws Exception {
        String prefix = scene.connection().topics().prefix();
        try (Admin admin = Admin.create(scene.connection().clientProperties())) {
            List<ConfigResource> changelogs = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(prefix) && topic.endsWith("-changelog"))
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            Map<String, Map<String, String>> settings = new TreeMap<>();
            admin.describeConfigs(changelogs).all().get().forEach((changelog, config) -> {
                Map<String, String> own = new TreeMap<>();
                config.entries().stream()
                        .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                        .forEach(entry -> own.put(entry.name(), entry.value()));
                settings.put(changelog.name().substring(prefix.length()), own);
            });
            return settings;
        }
    }

    private static void nameNeuron(Scene scene) {
        try (SpikeProducer producer = new SpikeProducer(scene.connection())) {
            producer.to("dish").neurons(List.of(KnownNeuron.of(3).named("unit 3")));
            producer.flush();
        }
    }

    private static Map<Integer, KnownNeuron> names(Scene scene) {
        return new NeuronTopic(scene.connection(), scene.connection().registry()).of("dish");
    }

    /** What it published is the end of what the other published. */
    private static void assertGoesOn(Scene scene, Scene other) {
        Map<String, List<String>> tail = events(scene);
        Map<String, List<String>> whole = events(other);
        assertThat(tail.keySet()).anyMatch(key -> key.startsWith("network-windows"));
        assertThat(tail)
                .allSatisfy((key, values) ->
                        assertThat(whole.getOrDefault(key, List.of())).as(key).endsWith(values.toArray(String[]::new)));
    }

    private static Map<String, List<String>> events(Scene scene) {
        TopicNames names = scene.connection().topics();
        Map<String, List<String>> events = new TreeMap<>();
        for (String topic :
                List.of(names.coFiring(), names.synapseEvents(), names.pruningEvents(), names.networkWindows())) {
            for (ConsumerRecord<String, byte[]> record : scene.topics().records(topic)) {
                events.computeIfAbsent(withoutPrefix(names, topic) + " " + record.key(), first -> new ArrayList<>())
                        .add(content(record));
            }
        }
        return events;
    }

    /** The last value of each dendrite. */
    private static Map<String, String> connectome(Scene scene) {
        Map<String, String> dendrites = new TreeMap<>();
        scene.topics()
                .records(scene.connection().topics().dendrites())
                .forEach(record -> dendrites.put(record.key(), content(record)));
        return dendrites;
    }

    /** Without the number of the schema, which another registry gives another. */
    private static String content(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        return value == null
                ? "null"
                : HexFormat.of().formatHex(Arrays.copyOfRange(value, SCHEMA_HEADER, value.length));
    }

    private static String withoutPrefix(TopicNames names, String topic) {
        return topic.substring(names.prefix().length());
    }

    private Path half(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(directory.resolve("half.shot"), Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static CommandRun snapshot(Scene scene, Path file) {
        return scene.run("snapshot --application-id moves " + file);
    }

    private static CommandRun restore(Scene scene, Path file) {
        return scene.run("restore " + file);
    }

    private static void simulate(Scene scene, String line) {
        assertThat(scene.run(line).err()).isEmpty();
    }

    private static Scene scene(LocalStack stack, String name, int shards) throws IOException {
        return new Scene(stack, name, Map.of("shards", Integer.toString(shards), "streams.application-id", "moves"));
    }
}
