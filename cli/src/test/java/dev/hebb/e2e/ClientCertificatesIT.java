package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.app.HebbApp;
import dev.hebb.cli.CommandRun;
import dev.hebb.client.Connection;
import dev.hebb.client.TestTls;
import dev.hebb.config.ConfigReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two instances without tokens, which know each other, the command line and a commander by certificates. */
@Execution(ExecutionMode.CONCURRENT)
class ClientCertificatesIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final String MARKER = "certificates-marker";
    private static final String PREFIX = "certificates.";
    private static final String CALM = "{\"command\":\"calm\",\"from\":20000000}";

    private final Connection connection = SharedStack.connection(PREFIX);
    private final Path folder;
    private final KeyPairs keys;

    ClientCertificatesIT(@TempDir Path folder) {
        this.folder = folder;
        this.keys = new KeyPairs(folder, MARKER);
    }

    @Test
    void instancesAndTheCommandLineShowTheirCertificates() throws Exception {
        // Given
        for (String name : List.of("one", "other", "anna")) {
            keys.key(name);
        }
        Path trusted = keys.trust("one", "other", "anna");
        HttpClient anna = client("anna", trusted);
        try (HebbApp one = start("one", trusted);
                HebbApp other = start("other", trusted)) {
            List<HebbApp> both = List.of(one, other);
            both.forEach(app -> await(anna, app, "/ready", "\"ready\" : true"));
            Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertThat(both)
                    .noneMatch(app -> get(anna, app, "/ready").contains("\"localShards\" : [ ]")));
            assertThat(command(client("other", trusted), one)).isEqualTo(403);
            Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertThat(command(anna, one))
                    .isEqualTo(202));
            assertThat(CommandRun.of(
                                    SharedStack.get(),
                                    one.url(),
                                    "simulate --network dish --neurons 10 --duration 1m --seed 5 --topic-prefix "
                                            .concat(PREFIX)
                                            .split(" "))
                            .exitCode())
                    .isZero();

            // When: one of them has the network, and the other one asks it
            both.forEach(app -> await(anna, app, "/v1/networks", "\"dish\""));

            // Then
            for (HebbApp app : both) {
                assertThat(commandLine(app, options("anna", trusted))).contains("dish");
                assertThat(commandLine(app, options("", trusted))).contains("hebb.http.truststore-file");
            }
            both.forEach(app -> await(anna, app, "/v1/networks/dish/control", "\"sentBy\" : \"anna\""));
        }
    }

    private HebbApp start(String name, Path trusted) throws IOException, InterruptedException {
        String password = folder.resolve(name + ".password").toString();
        Map<String, String> settings = new HashMap<>(Map.of(
                "http.keystore-file",
                keys.store(name).toString(),
                "http.keystore-password-file",
                password,
                "http.truststore-file",
                trusted.toString(),
                "http.truststore-password-file",
                password,
                "http.commanders",
                "anna"));
        settings.put("streams.state-dir", folder.resolve(name).toString());
        settings.put("streams.threads", "2");
        settings.put("http.port", "0");
        return HebbApp.start(ConfigReader.read(settings), connection);
    }

    private HttpClient client(String name, Path trusted) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(TestTls.context(keys.store(name), trusted, MARKER))
                .build();
    }

    /** A file of options for a JVM that shows the certificate of that name, or none. */
    private Path options(String name, Path trusted) throws IOException {
        String tls = "-Djavax.net.ssl.";
        String options = tls + "trustStore=" + trusted + "\n" + tls + "trustStorePassword=" + MARKER + "\n";
        if (!name.isEmpty()) {
            options += tls + "keyStore=" + keys.store(name) + "\n" + tls + "keyStorePassword=" + MARKER;
        }
        return Files.writeString(folder.resolve("options-of-" + name), options);
    }

    /** What {@code hebb networks} says in a JVM of its own. */
    private static String commandLine(HebbApp app, Path options) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + options,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.hebb.cli.Main",
                        "networks",
                        "--app",
                        app.url())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void await(HttpClient http, HebbApp app, String path, String part) {
        Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertThat(get(http, app, path))
                .contains(part));
    }

    private static String get(HttpClient http, HebbApp app, String path) {
        try {
            return http.send(request(app, path).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int command(HttpClient http, HebbApp app) throws IOException, InterruptedException {
        return http.send(
                        request(app, "/v1/networks/dish/control")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(CALM))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private static HttpRequest.Builder request(HebbApp app, String path) {
        return HttpRequest.newBuilder(URI.create(app.url() + path));
    }
}
