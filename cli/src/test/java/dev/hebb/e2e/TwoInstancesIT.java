package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.app.HebbApp;
import dev.hebb.cli.CommandRun;
import dev.hebb.config.ConfigReader;
import dev.hebb.stack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances share the shards, and each of them answers every question. */
class TwoInstancesIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String NETWORK = "a/b";
    private static final List<String> QUESTIONS = List.of(
            "/v1/networks",
            "/v1/networks/a%2Fb",
            "/v1/networks/a%2Fb/synapses",
            "/v1/networks/a%2Fb/connectome.csv",
            "/v1/networks/a%2Fb/connectome.graphml",
            "/v1/networks/a%2Fb/neurons/0/partners",
            "/v1/networks/a%2Fb/neurons/1/pathways",
            "/v1/networks/a%2Fb/pairs/0/1",
            "/v1/networks/a%2Fb/dendrites/2",
            "/v1/networks/a%2Fb/pruned");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyInstanceAnswersForAll(@TempDir Path state) throws Exception {
        LocalStack stack = SharedStack.get();
        try (HebbApp one = start(stack, state.resolve("one"))) {
            // Given: both have shards
            List<String> answers;
            try (HebbApp other = start(stack, state.resolve("other"))) {
                Awaitility.await().atMost(TIMEOUT).until(() -> sharesWith(one, other));

                // When
                CommandRun simulated = run(
                        stack,
                        one,
                        "simulate",
                        "--network",
                        NETWORK,
                        "--neurons",
                        "30",
                        "--duration",
                        "11m",
                        "--synapses",
                        "15",
                        "--seed",
                        "5",
                        "--wait");

                // Then
                assertThat(simulated.err()).isEmpty();
                assertThat(simulated.exitCode()).isZero();
                answers = answers(one);
                assertThat(answers(other)).isEqualTo(answers);
                commandsAgree(stack, one);
                assertThat(metrics(one) + metrics(other))
                        .contains("hebb_network_synapses{network=\"a/b\",state=\"ACTIVE\"}");
                othersAreRefused(stack, state.resolve("wrong"));
            }

            // When one of them has gone, the other one takes over
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .until(() -> json(one, "/ready").path("localShards").size() == 4
                            && json(one, "/ready").path("ready").asBoolean());

            // Then: also if the group is rebalanced again, and says to ask again meanwhile
            Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertThat(answers(one))
                    .isEqualTo(answers));
        }
    }

    private static void othersAreRefused(LocalStack stack, Path state) {
        assertThatThrownBy(() -> start(stack, state, Map.of("window-micros", "20000000")))
                .hasMessageContaining("this instance has hebb.window-micros=20000000");
        assertThatThrownBy(() -> start(stack, state, Map.of("shards", "2")))
                .hasMessageContaining("this instance has hebb.shards=2");
        assertThatThrownBy(() -> start(stack, state, Map.of("rule", "stdp")))
                .hasMessageContaining("are running with hebb.rule=covariance; this one has hebb.rule=stdp");
        assertThatThrownBy(() -> start(stack, state, Map.of("profiles", "fast")))
                .hasMessageContaining("are running with hebb.profile.fast.")
                .hasMessageContaining("=(not set)");
    }

    private void commandsAgree(LocalStack stack, HebbApp app) throws Exception {
        CommandRun synapses = run(stack, app, "synapses", "--network", NETWORK, "--csv");
        assertThat(synapses.out()).hasSizeGreaterThan(10);
        assertThat(get(app, "/v1/networks/a%2Fb/connectome.csv").body().lines())
                .containsExactlyElementsOf(synapses.out());

        CommandRun fromTopic = run(stack, app, "synapses", "--network", NETWORK, "--csv", "--from-topic");
        assertThat(firstThree(fromTopic.out())).isEqualTo(firstThree(synapses.out()));

        assertThat(run(stack, app, "networks").out()).hasSize(2);

        CommandRun doctor = run(stack, app, "doctor");
        assertThat(doctor.err()).isEmpty();
        assertThat(doctor.out()).noneMatch(line -> line.contains("FAIL"));
        assertThat(String.join("\n", doctor.out())).contains("RUNNING").contains("Needs of network a/b of 30 neurons");
        assertThat(doctor.exitCode()).isZero();

        // Metrics of Kafka Streams that came up since the start are looked for every few seconds.
        Awaitility.await().atMost(TIMEOUT).until(() -> metrics(app).contains("kafka_stream_state_block_cache_usage"));
    }

    /** Each instance has the metrics of the networks that are its own. */
    private String metrics(HebbApp app) throws Exception {
        return get(app, "/metrics").body();
    }

    /** pre, post and state: weights change at every window, which is no news for the topic. */
    private static List<String> firstThree(List<String> csv) {
        return csv.stream()
                .map(line -> line.replaceAll("^([^,]*,[^,]*,[^,]*).*", "$1"))
                .toList();
    }

    private static HebbApp start(LocalStack stack, Path state) throws IOException, InterruptedException {
        return start(stack, state, Map.of());
    }

    private static HebbApp start(LocalStack stack, Path state, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("streams.state-dir", state.toString());
        settings.put("streams.threads", "2");
        settings.put("streams.commit-interval-millis", "200");
        settings.put("http.port", "0");
        return HebbApp.start(ConfigReader.read(settings), stack.connection());
    }

    private boolean sharesWith(HebbApp one, HebbApp other) throws IOException, InterruptedException {
        JsonNode a = json(one, "/ready");
        JsonNode b = json(other, "/ready");
        int here = a.path("localShards").size();
        int there = b.path("localShards").size();
        return a.path("ready").asBoolean() && b.path("ready").asBoolean() && here > 0 && there > 0 && here + there == 4;
    }

    private List<String> answers(HebbApp app) {
        return QUESTIONS.stream()
                .map(question -> {
                    HttpResponse<String> response = get(app, question);
                    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
                    return response.body();
                })
                .toList();
    }

    private JsonNode json(HebbApp app, String path) throws IOException {
        return new ObjectMapper().readTree(get(app, path).body());
    }

    private HttpResponse<String> get(HebbApp app, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CommandRun run(LocalStack stack, HebbApp app, String... line) {
        return CommandRun.of(stack, "http://127.0.0.1:" + app.port(), line);
    }
}
