package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import dev.hebb.client.Connection;
import dev.hebb.serde.SchemaLookup;
import dev.hebb.serde.SpikeArrival;
import dev.hebb.serde.SpikeDecoder;
import dev.hebb.stack.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A broker that does not answer for a while during a replay: each spike arrives once, in order. */
@Execution(ExecutionMode.CONCURRENT)
class OutageIT {
    /** Longer than the shorter time for a delivery, and over before all that waits then has been given up. */
    private static final Duration AWAY = Duration.ofSeconds(6);

    private static final String SHORTER = "4s";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final long EVERY_MICROS = 20_000;
    /** So many that there are some left when the first one is given up, at real time, on a slow machine too. */
    private static final List<Long> TIMES = LongStream.range(0, 1_500)
            .map(spike -> spike * EVERY_MICROS)
            .boxed()
            .toList();

    private static KafkaNode broker;
    private static List<Integer> ports;
    private static Path recording;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        recording = Files.writeString(
                directory.resolve("spikes.csv"),
                TIMES.stream().map(time -> "7," + time).collect(Collectors.joining("\n", "neuron,time_us\n", "\n")));
        ports = FreePorts.of(2);
        broker = KafkaNode.single(directory.resolve("node"), ports, Map.of());
        broker.start();
        Awaitility.await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
            try (Admin admin = Admin.create(connection("").clientProperties())) {
                return !admin.describeCluster().nodes().get().isEmpty();
            }
        });
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aReplayThatWaitsLongerGoesOnByItself() throws Exception {
        // Given
        Connection connection = provisioned("longer.");

        // When
        List<CommandRun> runs = new ArrayList<>();
        Background.during(() -> runs.add(replay(connection, "--speed", "4x")), () -> breakOff(connection));

        // Then
        assertThat(runs.get(0).exitCode()).as(runs.get(0).err()).isZero();
        assertThat(arrived(connection)).isEqualTo(TIMES);
    }

    /** A spike that is missing between others would be late when it is sent again. */
    @Test
    void aReplayThatGaveUpIsResumed() throws Exception {
        // Given
        Connection connection = provisioned("shorter.");
        List<CommandRun> runs = new ArrayList<>();
        Background.during(
                () -> runs.add(replay(connection, "--speed", "realtime", "--delivery-timeout", SHORTER)),
                () -> breakOff(connection));
        assertThat(runs.get(0).exitCode()).isNotZero();
        assertThat(runs.get(0).err()).contains("what follows it was not sent", "--resume");
        List<Long> first = arrived(connection);
        assertThat(first).hasSizeBetween(1, TIMES.size() - 1).isEqualTo(TIMES.subList(0, first.size()));

        // When
        CommandRun resumed = replay(connection, "--resume", "--speed", "max");

        // Then
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(arrived(connection)).isEqualTo(TIMES);
    }

    /** As soon as spikes arrive. */
    private static void breakOff(Connection connection) throws Exception {
        TopicPartition spikes = new TopicPartition(connection.topics().spikes(), 0);
        try (Admin admin = Admin.create(connection.clientProperties())) {
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .until(() -> admin.listOffsets(Map.of(spikes, OffsetSpec.latest()))
                                    .partitionResult(spikes)
                                    .get()
                                    .offset()
                            > 0);
        }
        broker.freeze(AWAY);
    }

    private static Connection connection(String prefix) {
        return SharedStack.connection("127.0.0.1:" + ports.get(0), "outage-" + prefix);
    }

    private static Connection provisioned(String prefix) throws Exception {
        return Topics.provisioned(connection(prefix), 1);
    }

    private static CommandRun replay(Connection connection, String... words) {
        List<String> line = new ArrayList<>(List.of("replay", recording.toString(), "--network", "dish"));
        line.addAll(List.of("--bootstrap-servers", connection.bootstrapServers()));
        line.addAll(List.of("--schema-registry", connection.schemaRegistry()));
        line.addAll(List.of("--topic-prefix", connection.topics().prefix()));
        line.addAll(List.of(words));
        return CommandRun.of(line.toArray(String[]::new));
    }

    /** Times of spikes in the order of the topic. */
    private static List<Long> arrived(Connection connection) throws Exception {
        SpikeDecoder decoder = new SpikeDecoder(new SchemaLookup(connection.registry()));
        SpikeArrival arrival = new SpikeArrival();
        List<Long> times = new ArrayList<>();
        for (var record : new Topics(connection).records(connection.topics().spikes())) {
            decoder.decode(record.value(), arrival);
            for (int spike = 0; spike < arrival.size(); spike++) {
                times.add(arrival.timesMicros()[spike]);
            }
        }
        return times;
    }
}
