package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.stack.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * With just the rights that {@code docs/secure-cluster.md} gives, behind a password or a token over TLS and behind
 * mutual TLS: app, replay, watch and doctor do their work, the broker refuses nothing, and no log and no command line
 * of a process has a secret.
 */
@Execution(ExecutionMode.CONCURRENT)
class SecureClusterIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final String LAST_WINDOW = "\"window\":5,";

    private static final Map<String, String> PREFIXES =
            Map.of("hebb-app", "", "CN=" + SecureBroker.CERTIFIED, "lab.", "plain", "plain.", "oauth", "oauth.");
    private static final Pattern LISTED = Pattern.compile(
            "User:(\\S+) is Denied .* = TransactionalId:LITERAL:(\\S*)hebb-\\S+ for request = ListTransactions ");

    private static SecureBroker broker;
    private static SecureRegistry registry;

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
        broker = SecureBroker.start(directory, List.of("hebb-app", "hebb-producer", "hebb-reader", "plain", "oauth"));
        registry = SecureRegistry.start(broker.serverKeys(), broker.keysPassword());
        System.setProperty(SecureBroker.ALLOWED_URLS, broker.allowedUrls());
        broker.allow(DocumentedRights.of("The app", "User:hebb-app"));
        broker.allow(DocumentedRights.of("A producer", "User:hebb-producer"));
        broker.allow(DocumentedRights.of("A reader", "User:hebb-reader"));
    }

    @AfterAll
    static void stop() {
        System.clearProperty(SecureBroker.ALLOWED_URLS);
        registry.close();
        broker.close();
    }

    @Test
    void literalRightsAndPasswordsAreEnough() throws Exception {
        worksWith(
                connection(broker.scram(), SharedStack.get().schemaRegistry(), ""),
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
        worksWith(
                connection(broker.mutual(), SharedStack.get().schemaRegistry(), "lab."),
                certified,
                certified,
                certified);
    }

    @Test
    void aPlainPasswordAndARegistryBehindAPasswordAreEnough() throws Exception {
        broker.allow(DocumentedRights.behind("plain.", "User:plain"));
        worksOnceWith(connection(broker.plain(), registry.url(), "plain."), broker.propertiesOfPlain("plain"));
    }

    @Test
    void aTokenAndARegistryBehindAPasswordAreEnough() throws Exception {
        broker.allow(DocumentedRights.behind("oauth.", "User:oauth"));
        worksOnceWith(connection(broker.oauth(), registry.url(), "oauth."), broker.propertiesOfOauth("oauth"));
    }

    @Test
    void theDoctorSaysThatALoginIsRefused() throws Exception {
        assertThat(doctorWithoutSecret("plain", broker.plain(), broker.propertiesOfPlain("plain")))
                .contains("FAIL", "Kafka at " + broker.plain(), "Invalid username or password");
        assertThat(doctorWithoutSecret("oauth", broker.oauth(), broker.propertiesOfOauth("oauth")))
                .contains("FAIL", "Kafka at " + broker.oauth(), "response code 401");
    }

    /** What the doctor says if a user's secret is another than the one in a file. */
    private String doctorWithoutSecret(String user, String brokers, Path properties) throws IOException {
        Path wrong = Files.writeString(
                directory.resolve("wrong.properties"),
                Files.readString(properties).replace(user + "-" + SecureBroker.MARKER, "wrong"));
        CommandRun run = CommandRun.of(
                "doctor",
                "--bootstrap-servers=" + brokers,
                "--schema-registry=" + registry.url(),
                "--properties=" + wrong);
        assertThat(run.exitCode()).isOne();
        return String.join("\n", run.out());
    }

    private static Connection connection(String brokers, String schemaRegistry, String prefix) {
        return new Connection(brokers, schemaRegistry, Map.of(), new TopicNames(prefix));
    }

    /** Also when the app is killed and started again, which then aborts its own transactions. */
    private void worksWith(Connection connection, Path ofApp, Path ofProducer, Path ofReader) throws Exception {
        try (Secured secured = start(connection, ofApp)) {
            replayAndWatch(secured, ofProducer, ofReader);
            secured.app().kill();
            secured.app().start();
            awaitReady(secured.url(), secured.app());
            endsInOrder(secured, ofApp);
        }
    }

    private void worksOnceWith(Connection connection, Path properties) throws Exception {
        int before = registry.answered();
        try (Secured secured = start(connection, properties)) {
            replayAndWatch(secured, properties, properties);
            endsInOrder(secured, properties);
        }
        assertThat(registry.answered()).isGreaterThan(before);
    }

    private record Secured(Connection connection, AppProcess app, String url) implements AutoCloseable {
        @Override
        public void close() {
            app.close();
        }
    }

    private Secured start(Connection connection, Path properties) throws Exception {
        int port = FreePorts.of(1).get(0);
        Map<String, String> settings = Map.of("streams.standbys", "1", "http.port", Integer.toString(port));
        AppProcess app = new AppProcess(connection, settings, directory)
                .withJvm(broker.allowedTokens())
                .with("--properties", properties.toString());
        app.start();
        Secured secured = new Secured(connection, app, "http://127.0.0.1:" + port);
        awaitReady(secured.url(), app);
        return secured;
    }

    private void replayAndWatch(Secured secured, Path ofProducer, Path ofReader) throws Exception {
        hebb(secured.connection(), secured.url(), ofProducer, "replay", recording.toString(), "--network", "dish");
        awaitLastWindow(secured.connection(), secured.url(), ofReader, secured.app());
        assertShowsNoSecret(secured.url(), secured.app());
    }

    private static void endsInOrder(Secured secured, Path ofApp) throws Exception {
        hebb(secured.connection(), secured.url(), ofApp, "doctor");
        secured.app().stop();
        assertThat(secured.app().log()).doesNotContain("cannot abort").doesNotContain(SecureBroker.MARKER);
        assertThat(broker.refused()).allMatch(SecureClusterIT::hidesTransactionOfAnother);
    }

    /** An app that starts lists open transactions, of which the broker leaves those of the tests beside out. */
    private static boolean hidesTransactionOfAnother(String refused) {
        Matcher listed = LISTED.matcher(refused);
        return listed.find() && !listed.group(2).equals(PREFIXES.get(listed.group(1)));
    }

    private static void assertShowsNoSecret(String url, AppProcess app) throws Exception {
        for (String path : List.of("/v1/config", "/metrics", "/ready")) {
            assertThat(get(url + path).body()).isNotEmpty().doesNotContain(SecureBroker.MARKER);
        }
        assertThat(Files.readString(Path.of("/proc", Long.toString(app.pid()), "cmdline")))
                .contains("--properties")
                .doesNotContain(SecureBroker.MARKER);
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static void awaitReady(String url, AppProcess app) {
        await(app, () -> assertThat(get(url + "/ready").statusCode()).isEqualTo(200));
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
