package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import dev.hebb.client.Subjects;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Lesion;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.schema.SynapseEventKind;
import dev.hebb.serde.AvroSerde;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated tissue, a real broker, and the pipeline, which govern one another. */
class ClosedLoopIT {
    private static final long SECOND = 1_000_000;
    private static final long LESION_AT = 62 * SECOND;
    private static final List<String> TISSUE = List.of(
            "simulate", "--model", "izhikevich", "--neurons", "40", "--rate", "3", "--seed", "7", "--route", "r:4:1@2");

    @Test
    void isTheSameEachTimeAndFormsWhatIsPractised(@TempDir Path folder) throws Exception {
        try (Scene scene = new Scene(
                        SharedStack.get(),
                        "loop",
                        Map.of("shards", "2", "window-micros", "4000000", "judge-every-windows", "5"))
                .start()) {
            // Given: a lesion in the middle of the route
            List<int[]> route = route(folder.resolve("wiring.csv"));
            int killed = route.get(1)[0];
            lesion(scene, killed, "one", "two");
            // When
            CompletableFuture<CommandRun> one = CompletableFuture.supplyAsync(() -> run(scene, "one"));
            CommandRun two = run(scene, "two");
            // Then
            assertThat(one.join().exitCode()).as(one.join().err()).isZero();
            assertThat(two.exitCode()).as(two.err()).isZero();
            assertThat(spikes(scene, "one").equals(spikes(scene, "two")))
                    .as("all spikes are the same")
                    .isTrue();
            assertThat(prunings(scene, "one"))
                    .contains("DAMAGED " + killed + " > " + route.get(1)[1])
                    .isEqualTo(prunings(scene, "two"));
            assertThat(formed(scene, "one"))
                    .containsAll(route.stream()
                            .map(pair -> pair[0] + " > " + pair[1])
                            .toList())
                    .isEqualTo(formed(scene, "two"));
            assertThat(spikes(scene, "one"))
                    .noneMatch(spike -> spike.neuron() == killed && spike.atMicros() >= LESION_AT)
                    .anyMatch(spike -> spike.neuron() == killed);
        }
    }

    private static CommandRun run(Scene scene, String network) {
        List<String> command = new ArrayList<>(TISSUE);
        command.addAll(List.of(
                "--duration", "84s", "--window", "4s", "--feedback-windows", "3", "--network", network, "--wait"));
        command.addAll(List.of("--topic-prefix", scene.connection().topics().prefix()));
        return CommandRun.of(SharedStack.get(), "http://127.0.0.1:1", command.toArray(String[]::new));
    }

    /** The synapses of the route, which are far stronger than the others, in the order in which a cue passes them. */
    private static List<int[]> route(Path wiring) throws IOException {
        List<String> command = new ArrayList<>(TISSUE);
        command.addAll(List.of("--duration", "1s", "--truth", wiring.toString()));
        command.addAll(List.of("--out", wiring.resolveSibling("spikes.csv").toString()));
        CommandRun drawn = CommandRun.of(SharedStack.get(), "http://127.0.0.1:1", command.toArray(String[]::new));
        assertThat(drawn.exitCode()).as(drawn.err()).isZero();
        return inOrder(Files.readAllLines(wiring).stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> Double.parseDouble(cells[3]) > 1)
                .map(cells -> new int[] {Integer.parseInt(cells[0]), Integer.parseInt(cells[1])})
                .toList());
    }

    private static List<int[]> inOrder(List<int[]> pairs) {
        int[] first = pairs.stream()
                .filter(pair -> pairs.stream().noneMatch(other -> other[1] == pair[0]))
                .findFirst()
                .orElseThrow();
        return Stream.iterate(first, before -> pairs.stream()
                        .filter(pair -> pair[0] == before[1])
                        .findFirst()
                        .orElse(first))
                .limit(pairs.size())
                .toList();
    }

    private static void lesion(Scene scene, int neuron, String... networks) throws Exception {
        String topic = scene.connection().topics().control();
        Serializer<ControlEvent> values =
                AvroSerde.serializer(scene.connection().registry(), topic, ControlEvent.getClassSchema());
        try (KafkaProducer<String, ControlEvent> producer =
                new KafkaProducer<>(scene.connection().clientProperties(), new StringSerializer(), values)) {
            for (String network : networks) {
                Lesion lesion = new Lesion(null, List.of(neuron));
                ControlEvent event = new ControlEvent(network, LESION_AT, lesion, "cut", "a surgeon", 0L);
                producer.send(new ProducerRecord<>(topic, network, event)).get();
            }
        }
    }

    private record Fired(long atMicros, int neuron) {}

    /** Returns the spikes of a network in the order in which they were sent. */
    private static List<Fired> spikes(Scene scene, String network) {
        List<SpikeBatch> batches =
                scene.topics().read(scene.connection().topics().spikes(), Subjects.SPIKES);
        List<Fired> spikes = new ArrayList<>();
        for (SpikeBatch batch : batches) {
            for (int k = 0; k < batch.getNeurons().size() && batch.getNetwork().equals(network); k++) {
                spikes.add(new Fired(
                        batch.getOrigin() + batch.getOffsetsMicros().get(k),
                        batch.getNeurons().get(k)));
            }
        }
        return spikes;
    }

    private static List<String> prunings(Scene scene, String network) {
        List<PruningEvent> events =
                scene.topics().read(scene.connection().topics().pruningEvents(), PruningEvent.getClassSchema());
        return events.stream()
                .filter(event -> event.getNetwork().equals(network))
                .map(event -> event.getReason() + " " + event.getPre() + " > " + event.getPost())
                .sorted()
                .toList();
    }

    private static List<String> formed(Scene scene, String network) {
        List<SynapseEvent> events =
                scene.topics().read(scene.connection().topics().synapseEvents(), SynapseEvent.getClassSchema());
        return events.stream()
                .filter(event -> event.getNetwork().equals(network) && event.getKind() == SynapseEventKind.FORMED)
                .map(event -> event.getPre() + " > " + event.getPost())
                .sorted()
                .toList();
    }
}
