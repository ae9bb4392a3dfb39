package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * With just the rights that {@code docs/secure-cluster.md} gives, behind a password over TLS and behind mutual TLS:
 * app, replay, watch and doctor do their work, the broker refuses nothing, and no log has a secret.
 */
@Execution(ExecutionMode.CONCURRENT)
class SecureClusterIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final String LAST_WINDOW = "\"window\":5,";

    private static SecureBroker broker;

    private final Path directory;
    private final Path recording;

    SecureClusterIT(@TempDir Path directory) throws Exception {
        this.directory = directory;
        StringBuilder spikes = new StringBuilder("neuron,time_us\n");
        for (int spike = 0; spike < 3_000; spike++) {
            spikes.append(spike % 20).append(',').append(spike * 20_000L).append('\n');
        }
        recording = Files.writeString(directory.resolve("minute.csv"), spikes);
    }

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        broker = SecureBroker.start(directory, List.of("hebb-app", "hebb-producer", "hebb-reader"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void literalRightsAndPasswordsAreEnough() throws Exception {
        // Given
        broker.allow(DocumentedRights.of("The app", "User:hebb-app"));
        broker.allow(DocumentedRights.of("A producer", "User:hebb-producer"));
        broker.allow(DocumentedRights.of("A reader", "User:hebb-reader"));

        // Then
        worksWith(
                broker.scram(),
                "",
                broker.propertiesOf("hebb-app"),
                broker.propertiesOf("hebb-producer"),
                broker.propertiesOf("hebb-reader"));
    }

    @Test
    void prefixedRightsAndACertificateAreEnough() throws Exception {
        // Given
        broker.allow(DocumentedRights.of("Everything behind a prefix", "User:CN=" + SecureBroker.CERTIFIED));
        Path certified = broker.propertiesOfCertified();

        // Then
        worksWith(broker.mutual(), "lab.", certified, certified, certified);
    }

    private void worksWith(String brokers, String prefix, Path ofApp, Path ofProducer, Path ofReader) throws Exception {
        Connection connection =
                new Connection(brokers, SharedStack.get().schemaRegistry(), Map.of(), new TopicNames(prefix));
        int port = FreePorts.of(1).get(0);
        String url = "http://127.0.0.1:" + port;
        Map<String, String> settings = Map.of("streams.standbys", "1", "http.port", Integer.toString(port));
        try (AppProcess app = new AppProcess(connection, settings, directory).with("--properties", ofApp.toString())) {
            app.start();
            awaitReady(url, app);
            hebb(connection, url, ofProducer, "replay", recording.toString(), "--network", "dish");
            awaitLastWindow(connection, url, ofReader, app);
            app.kill();
            app.start();
            awaitReady(url, app);
            hebb(connection, url, ofApp, "doctor");
            app.stop();
            assertThat(app.log()).doesNotContain("cannot abort").doesNotContain(SecureBroker.MARKER);
        }
        assertThat(broker.refused()).isEmpty();
    }

    private static void awaitReady(String url, AppProcess app) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create(url + "/ready")).build();
        await(app, () -> assertThat(http.send(ready, BodyHandlers.ofString()).statusCode())
                .isEqualTo(200));
    }

    private static void awaitLastWindow(Connection connection, String url, Path reader, AppProcess app) {
        await(app, () -> assertThat(hebb(
                        connection,
                        url,
                        reader,
                        "watch",
                        "windows",
                        "--network",
                        "dish",
                        "--from-beginning",
                        "--exit-at-end",
                        "--json"))
                .contains(LAST_WINDOW));
    }

    private static void await(AppProcess app, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofSeconds(1))
                .failFast(() -> assertThat(app.hasEnded()).as(app.log()).isFalse())
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(assertion);
    }

    /** What a command printed; it must succeed, and not print a password. */
    private static String hebb(Connection connection, String url, Path properties, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--bootstrap-servers", connection.bootstrapServers()));
        line.addAll(List.of("--schema-registry", connection.schemaRegistry()));
        line.addAll(List.of("--topic-prefix", connection.topics().prefix()));
        line.addAll(List.of("--properties", properties.toString(), "--app", url));
        CommandRun run = CommandRun.of(line.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        assertThat(run.err() + run.out()).doesNotContain(SecureBroker.MARKER);
        return String.join("\n", run.out());
    }
}
