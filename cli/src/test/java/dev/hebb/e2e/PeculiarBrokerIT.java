package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import dev.hebb.client.Connection;
import dev.hebb.produce.Speed;
import dev.hebb.stack.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A broker with settings and operators that Hebb did not choose: small messages, topics that appear by themselves, a
 * topic that is deleted and made again, records that are deleted before they are read. Each is without effect, or
 * {@code hebb doctor} says so.
 */
@Execution(ExecutionMode.CONCURRENT)
class PeculiarBrokerIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final int PARTITIONS = 2;
    private static final String NO_APP = "http://127.0.0.1:1";

    private static KafkaNode broker;
    private static int port;

    private final Path directory;
    private final Path recording;

    PeculiarBrokerIT(@TempDir Path directory) throws Exception {
        this.directory = directory;
        recording = Files.writeString(
                directory.resolve("minute.csv"),
                IntStream.range(0, 3_000)
                        .mapToObj(spike -> spike % 20 + "," + spike * 20_000L)
                        .collect(Collectors.joining("\n", "neuron,time_us\n", "\n")));
    }

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        List<Integer> ports = FreePorts.of(2);
        port = ports.get(0);
        String here = "PLAINTEXT://127.0.0.1:" + port;
        broker = KafkaNode.format(
                directory,
                Uuid.randomUuid().toString(),
                Map.ofEntries(
                        Map.entry("node.id", "1"),
                        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + ports.get(1)),
                        Map.entry("controller.listener.names", "CONTROLLER"),
                        Map.entry("listeners", here + ",CONTROLLER://127.0.0.1:" + ports.get(1)),
                        Map.entry("advertised.listeners", here),
                        Map.entry("offsets.topic.replication.factor", "1"),
                        Map.entry("transaction.state.log.replication.factor", "1"),
                        Map.entry("transaction.state.log.min.isr", "1"),
                        Map.entry("message.max.bytes", "5000"),
                        Map.entry("auto.create.topics.enable", "true")),
                List.of());
        broker.start();
        Awaitility.await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
            try (Admin admin = admin()) {
                return !admin.describeCluster().nodes().get().isEmpty();
            }
        });
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void smallMessagesOfTheBrokerChangeNothingAndThoseOfATopicAreNamed() throws Exception {
        // Given
        FastLife life = new FastLife(connection("small."), CalmLife.SHARDS).provision();
        try (AppProcess app = new AppProcess(life.connection(), life.settings(), directory)) {
            app.start();

            // When
            life.send(Speed.MAX);

            // Then
            life.awaitWindow(FastLife.LAST_WINDOW, app);
            life.awaitEqual(CalmLife.outputs());
        }
        assertThat(doctor(life.connection()))
                .contains("brokers make topics that do not exist (auto.create.topics.enable of broker 1)")
                .doesNotContain("max.message.bytes");
        set("small.co-firing", TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "5000");
        assertThat(doctor(life.connection()))
                .contains("WARN  topic small.co-firing has max.message.bytes=5000, the plan is 8388608");
    }

    @Test
    void aTopicThatIsMadeAgainIsReadFromItsBeginningAndWhatIsDeletedUnreadIsCounted() throws Exception {
        Connection connection = provisioned("again.");
        try (AppProcess app = new AppProcess(connection, Map.of(), directory)) {
            // Given
            app.start();
            replayed(connection, "before", app);
            String before = hebb(connection, "co-firing", "--network", "before", "--csv");

            // When
            deleteAndMake("again.spikes");
            replayed(connection, "after", app);

            // Then
            assertThat(hebb(connection, "co-firing", "--network", "before", "--csv"))
                    .isEqualTo(before);
            assertThat(hebb(connection, "co-firing", "--network", "after", "--csv"))
                    .isEqualTo(before);

            // When
            app.stop();
            hebb(connection, "replay", recording.toString(), "--network", "unread");
            assertThat(doctor(connection)).doesNotContain("were deleted before");
            deleteAll("again.spikes");

            // Then
            assertThat(doctor(connection))
                    .containsPattern("FAIL  \\d+ records of topic again.spikes were deleted before the app read them");
            app.start();
            replayed(connection, "unread", app);
            assertThat(app.log())
                    .containsPattern("\\d+ records of again.spikes-\\d, from offset .* were deleted before");
        }
    }

    private void replayed(Connection connection, String network, AppProcess app) throws IOException {
        CommandRun run = run(connection, "replay", recording.toString(), "--network", network, "--wait");
        assertThat(run.exitCode()).as(run.err() + app.log()).isZero();
        assertThat(run.out()).anyMatch(line -> line.contains("all 3,000 spikes were taken"));
    }

    private static String hebb(Connection connection, String... words) {
        CommandRun run = run(connection, words);
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        return String.join("\n", run.out());
    }

    /** What the doctor says, whether it finds something or not. */
    private static String doctor(Connection connection) {
        return String.join("\n", run(connection, "doctor").out());
    }

    private static CommandRun run(Connection connection, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--bootstrap-servers", connection.bootstrapServers()));
        line.addAll(List.of("--schema-registry", connection.schemaRegistry()));
        line.addAll(List.of("--topic-prefix", connection.topics().prefix(), "--app", NO_APP));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private static void set(String topic, String name, String value) throws Exception {
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    /** The name may be taken for some moments longer: by the old topic, or by one that the broker made by itself. */
    private static void deleteAndMake(String topic) {
        Awaitility.await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
            try (Admin admin = admin()) {
                if (admin.listTopics().names().get().contains(topic)) {
                    admin.deleteTopics(List.of(topic)).all().get();
                }
                admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                        .all()
                        .get();
                return true;
            }
        });
    }

    private static void deleteAll(String topic) throws Exception {
        try (Admin admin = admin()) {
            admin.deleteRecords(IntStream.range(0, PARTITIONS)
                            .boxed()
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic, partition),
                                    partition -> RecordsToDelete.beforeOffset(-1))))
                    .all()
                    .get();
        }
    }

    private static Connection provisioned(String prefix) throws Exception {
        return new FastLife(connection(prefix), 1).provision().connection();
    }

    private static Connection connection(String prefix) {
        return SharedStack.connection("127.0.0.1:" + port, prefix);
    }

    private static Admin admin() {
        return Admin.create(connection("").clientProperties());
    }
}
