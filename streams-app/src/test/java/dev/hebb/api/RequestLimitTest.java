package dev.hebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.api.access.Access;
import dev.hebb.config.HttpConfigBuilder;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that asks without pause is refused; probes, metrics, other instances and other clients are answered. */
class RequestLimitTest {
    private static final int PER_SECOND = 2;
    private static final int MANY = 40;
    private static final String TOKEN = "r-token-0123456789abcdef";

    private final InMemoryShards shards = new InMemoryShards(1).network("dish", 0, 1);
    private final ApiServer server = ApiServer.start(
            "127.0.0.1",
            0,
            Access.of(new HttpConfigBuilder().requestsPerSecond(PER_SECOND).build()),
            shards.parts(),
            null);
    private final ApiClient client = new ApiClient(server.port());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void refusesAClientThatAsksWithoutPauseAndNoOther() throws Exception {
        // When
        List<HttpResponse<String>> answers = many("/v1/networks");

        // Then
        assertThat(answers.get(0).statusCode()).isEqualTo(200);
        List<HttpResponse<String>> refused =
                answers.stream().filter(answer -> answer.statusCode() != 200).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.CONTENT_TYPE);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(ApiClient.json(answer).get("detail").asText()).contains("more than 2 requests a second");
            assertThat(ApiClient.json(answer).get("do").asText()).contains("hebb.http.requests-per-second");
        });
        assertThat(statusFrom("127.0.0.2")).isEqualTo("HTTP/1.1 200 OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/ready", "/metrics", "/internal/tasks/0/networks"})
    void alwaysAnswers(String path) throws Exception {
        assertThat(many(path)).extracting(HttpResponse::statusCode).containsOnly(200);
    }

    /** Otherwise tokens could be guessed there without pause. */
    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/internal/tasks/0/networks"})
    void limitsWhoHasNoTokenWhereOneIsNeeded(String path, @TempDir Path folder) throws Exception {
        // Given
        Path tokens = Files.writeString(folder.resolve("tokens"), "reader lab " + TOKEN + "\n");
        ApiServer guarded = ApiServer.start(
                "127.0.0.1",
                0,
                Access.of(new HttpConfigBuilder()
                        .tokens(tokens)
                        .requestsPerSecond(PER_SECOND)
                        .build()),
                shards.parts(),
                null);
        ApiClient guessing = new ApiClient(guarded.port());

        // When
        try {
            List<Integer> guessed = new ArrayList<>();
            List<Integer> known = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                guessed.add(guessing.get(path, "Authorization", "Bearer " + TOKEN + i)
                        .statusCode());
                known.add(guessing.get(path, "Authorization", "Bearer " + TOKEN).statusCode());
            }

            // Then
            assertThat(guessed).contains(401, 429).containsOnly(401, 429);
            assertThat(known).containsOnly(200);
        } finally {
            guarded.close();
        }
    }

    private List<HttpResponse<String>> many(String path) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            answers.add(client.get(path));
        }
        return answers;
    }

    /** The first line of an answer to a client that has another loopback address. */
    private String statusFrom(String address) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port(), InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write("GET /v1/networks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
