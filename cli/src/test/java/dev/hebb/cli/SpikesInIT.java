package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Subjects;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicReader;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Gap;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.schema.Stage;
import dev.hebb.serde.AvroSerde;
import dev.hebb.serde.RecordDecoder;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.TemporaryStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that send spikes, against a real broker and registry. */
class SpikesInIT {
    private static final long DAY = 86_400_000_000L;
    private static final TopicNames TOPICS = TopicNames.DEFAULT;

    private static TemporaryStack temporary;
    private static LocalStack stack;

    private final Path folder;

    SpikesInIT(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Message(long timestamp, Object value) {}

    @BeforeAll
    static void start() throws Exception {
        temporary = TemporaryStack.start();
        stack = temporary.stack();
        stack.provision(TOPICS, 2);
    }

    @AfterAll
    static void stop() {
        temporary.close();
    }

    @Test
    void replaysALifeGapsFirstAndClosesItsLastWindow() throws Exception {
        // Given
        Path monday = write("monday", "neuron,time_us\n7,30\n8,20\n");
        Path friday = write("friday", "time_us,neuron\n12000000,1\nnonsense\n");
        // When
        CommandRun replay = run("replay", monday.toString(), friday.toString(), "--age", "1d,5d", "--network", "dish");
        // Then
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.out().get(0)).startsWith("dish: 3 spikes sent in ").contains("as 2 batches and 1 heartbeat");
        assertThat(replay.err())
                .contains("friday: 1 line was not a spike and was left out: line 3: ")
                .contains("unobserved: 3 d 23 h from " + (DAY + 31) + " to " + 5 * DAY + " µs");
        List<Message> control = read(TOPICS.control(), "dish", ControlEvent.getClassSchema());
        List<Message> spikes = read(TOPICS.spikes(), "dish", Subjects.SPIKES);
        assertThat(control)
                .extracting(Message::value)
                .containsExactly(
                        new ControlEvent("dish", DAY, new Stage(null, DAY), "age", "hebb replay", 0L),
                        new ControlEvent("dish", DAY + 31, new Gap(DAY + 31, 5 * DAY), "", "hebb replay", 0L));
        assertThat(spikes)
                .extracting(Message::value)
                .containsExactly(
                        new SpikeBatch("dish", DAY + 20, List.of(8, 7), List.of(0, 10)),
                        new SpikeBatch("dish", 5 * DAY + 12_000_000, List.of(1), List.of(0)),
                        new SpikeBatch("dish", 5 * DAY + 20_000_000, List.of(), List.of()));
        assertThat(control.get(0).timestamp()).isLessThan(spikes.get(0).timestamp());
    }

    @Test
    void simulatesTheSameAtAnySpeed() throws Exception {
        // Given
        String[] settings = {"--neurons", "30", "--duration", "5s", "--seed", "9", "--no-close", "--batch-ms", "10"};
        Path truth = folder.resolve("truth.csv");
        // When
        CommandRun fast = run("simulate", settings, "--network", "fast", "--truth", truth.toString());
        CommandRun paced = run("simulate", settings, "--network", "paced", "--speed", "20x");
        // Then
        assertThat(fast.exitCode()).as(fast.err()).isZero();
        assertThat(paced.exitCode()).as(paced.err()).isZero();
        assertThat(spikesOf("fast")).hasSizeGreaterThan(500).isEqualTo(spikesOf("paced"));
        assertThat(Files.readAllLines(truth)).hasSize(31);
    }

    @Test
    void waitsUntilEveryShardHasClosedTheLastWindow() throws Exception {
        // Given
        Path file = write("short", "neuron,time_us\n1,25000000\n");
        windowClosed("waited/for", 0, 2);
        windowClosed("waited/for", 1, 1);
        windowClosed("waited", 1, 2);
        // When one shard of two has closed it
        CommandRun early = run("replay", file.toString(), "--network", "waited/for", "--wait", "--wait-timeout", "2s");
        // Then
        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(early.err()).contains("was not closed within --wait-timeout");
        // When the other has too
        windowClosed("waited/for", 1, 2);
        CommandRun closed = run("replay", file.toString(), "--network", "waited/for", "--wait", "--wait-timeout", "4m");
        // Then
        assertThat(closed.exitCode()).as(closed.err()).isZero();
        assertThat(closed.out()).contains("waited/for: every window is closed and committed");
    }

    @Test
    void writesCsvWithoutACluster() throws Exception {
        // Given
        Path file = write("unsorted", "neuron,time_us\n1,25\n2,5\n");
        Path copy = folder.resolve("copy.csv");
        // When
        CommandRun replay = run("replay", file.toString(), "--out", copy.toString());
        // Then
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(copy).hasContent("neuron,time_us\n2,5\n1,25\n");
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        Path file = write("spikes", "neuron,time_us\n1,25\n");
        assertThat(run("replay", "nowhere").err()).contains("Give --network NAME");
        assertThat(run("replay", file.toString(), "--network", "a", "--speed", "fast")
                        .err())
                .contains("speed 'fast' is not known: give max, realtime or a factor such as 10x");
        assertThat(run("replay", "nowhere", "--network", "a").err()).contains("there is no such file");
        assertThat(run("replay", file.toString(), "--network", "a", "--topic-prefix", "un-made.")
                        .err())
                .startsWith("spikes: CSV")
                .contains("hebb: Kafka at " + stack.bootstrapServers()
                        + " has no topics [un-made.spikes, un-made.control]");
        assertThat(run("replay", file.toString(), "--network", "a", "--schema-registry", "http://127.0.0.1:1")
                        .err())
                .contains(
                        "hebb: the schema registry at http://127.0.0.1:1 does not answer: nothing listens at 127.0.0.1:1");
        assertThat(run("simulate", "--network", "a", "--neurons", "0").err())
                .contains("the number of neurons must be at least 1");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<List<Integer>> spikesOf(String network) {
        List<List<Integer>> spikes = new ArrayList<>();
        for (Message message : read(TOPICS.spikes(), network, Subjects.SPIKES)) {
            SpikeBatch batch = (SpikeBatch) message.value();
            for (int k = 0; k < batch.getNeurons().size(); k++) {
                int time = (int) batch.getOrigin() + batch.getOffsetsMicros().get(k);
                spikes.add(List.of(time, batch.getNeurons().get(k)));
            }
        }
        return spikes;
    }

    private static void windowClosed(String network, int shard, long window) throws Exception {
        NetworkWindow closed = Records.windowClosed(network, shard, 2, window, 0);
        try (Serializer<NetworkWindow> values = AvroSerde.serializer(
                        stack.connection().registry(), TOPICS.networkWindows(), NetworkWindow.getClassSchema());
                KafkaProducer<String, NetworkWindow> producer =
                        new KafkaProducer<>(stack.connection().clientProperties(), new StringSerializer(), values)) {
            ProducerRecord<String, NetworkWindow> message =
                    new ProducerRecord<>(TOPICS.networkWindows(), network + "/" + shard, closed);
            assertThat(producer.send(message).get()).isNotNull();
        }
    }

    /** Returns the records of a network in a topic, oldest first. */
    private static List<Message> read(String topic, String network, Schema schema) {
        RecordDecoder<Object> decoder = new RecordDecoder<>(stack.connection().registry(), schema);
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        try (TopicReader<String> reader = TopicReader.open(stack.connection(), TopicReader.Start.BEGINNING, topic)) {
            assertThat(reader.readToEnd(Duration.ofMinutes(1), read::add)).isTrue();
        }
        return read.stream()
                .filter(message -> message.key().equals(network))
                .sorted(Comparator.comparingLong(ConsumerRecord::offset))
                .map(message -> new Message(message.timestamp(), Objects.requireNonNull(decoder.decode(message))))
                .toList();
    }

    private static CommandRun run(String command, String[] settings, String... more) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(settings));
        line.addAll(List.of(more));
        return run(line.toArray(String[]::new));
    }

    private static CommandRun run(String... args) {
        List<String> line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--bootstrap-servers", stack.bootstrapServers()));
        if (!line.contains("--schema-registry")) {
            line.addAll(List.of("--schema-registry", stack.schemaRegistry()));
        }
        return CommandRun.of(line.toArray(String[]::new));
    }
}
