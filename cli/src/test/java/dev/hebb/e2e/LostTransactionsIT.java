package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import dev.hebb.client.Connection;
import dev.hebb.produce.Speed;
import dev.hebb.stack.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker that forgets: transactional ids expire while nothing fires, then the state of transactions is lost under an
 * app that was killed. What is left open then can be ended by what {@code hebb doctor} says, and the outputs are those
 * of an undisturbed run.
 */
class LostTransactionsIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String PREFIX = "forgotten.";
    private static final Pattern REMEDY = Pattern.compile("hebb kafka (transactions abort .*)");

    private final Path directory;
    private final int port;
    private final KafkaNode broker;

    LostTransactionsIT(@TempDir Path directory) throws Exception {
        this.directory = directory;
        List<Integer> ports = FreePorts.of(2);
        port = ports.get(0);
        broker = KafkaNode.single(
                directory.resolve("node"),
                ports,
                Map.of(
                        "transactional.id.expiration.ms", "2000",
                        "transaction.remove.expired.transaction.cleanup.interval.ms", "1000"));
    }

    @Test
    void whatTheBrokerForgetsChangesNothing() throws Exception {
        // Given
        startBroker();
        FastLife life = new FastLife(SharedStack.connection("127.0.0.1:" + port, PREFIX), CalmLife.SHARDS).provision();
        try (broker;
                AppProcess app = new AppProcess(life.connection(), life.settings(), directory)) {
            app.start();
            life.send(Speed.MAX, 0, FastLife.DURATION / 4);
            life.awaitWindow(50, app);

            // When: nothing fires for longer than a transactional id lives
            Awaitility.await().atMost(TIMEOUT).until(() -> transactionalIds() == 0);
            life.send(Speed.MAX, FastLife.DURATION / 4, FastLife.DURATION / 2);
            life.awaitWindow(70, app);

            // When: killed, so that transactions are open
            app.kill();
            leaveOpen(life.connection());
            broker.kill();
            broker.deletePartitions("__transaction_state");
            startBroker();
            Awaitility.await().atMost(TIMEOUT).until(() -> transactionalIds() == 0);
            endWhatTheDoctorNames(life.connection());
            app.start();
            life.send(Speed.MAX, FastLife.DURATION / 2, FastLife.DURATION);

            // Then
            life.awaitWindow(FastLife.LAST_WINDOW, app);
            life.awaitEqual(CalmLife.outputs());
        }
    }

    /** As an app that is killed may do, in a topic that only the app writes. */
    private static void leaveOpen(Connection connection) throws Exception {
        Map<String, Object> config = connection.clientProperties();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, PREFIX + "hebb-open");
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(connection.topics().pruningEvents(), 0, null, new byte[1]))
                    .get();
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private void startBroker() throws Exception {
        broker.start();
        Awaitility.await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
            try (Admin admin = admin()) {
                return !admin.describeCluster().nodes().get().isEmpty();
            }
        });
    }

    private long transactionalIds() throws Exception {
        try (Admin admin = admin()) {
            return admin.listTransactions().all().get().size();
        }
    }

    private static void endWhatTheDoctorNames(Connection connection) throws Exception {
        Matcher remedies = REMEDY.matcher(doctor(connection));
        int ended = 0;
        while (remedies.find()) {
            // In a process of its own, because Kafka's tool ends its JVM.
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.hebb.cli.Main",
                    "kafka",
                    "--bootstrap-servers",
                    connection.bootstrapServers()));
            command.addAll(List.of(remedies.group(1).split(" ")));
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .as(remedies.group())
                    .isZero();
            ended++;
        }
        assertThat(ended).isPositive();
        assertThat(doctor(connection)).doesNotContain("has forgotten");
    }

    private static String doctor(Connection connection) {
        List<String> line = new ArrayList<>(List.of("doctor", "--app", "http://127.0.0.1:1"));
        line.addAll(List.of("--bootstrap-servers", connection.bootstrapServers()));
        line.addAll(List.of("--schema-registry", connection.schemaRegistry(), "--topic-prefix", PREFIX));
        return String.join("\n", CommandRun.of(line.toArray(String[]::new)).out());
    }

    private Admin admin() {
        return Admin.create(Connection.to("127.0.0.1:" + port, "").clientProperties());
    }
}
