package dev.hebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.api.access.Access;
import dev.hebb.api.view.SynapseView;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is sent to the API's port is answered with what was asked for, or with problem+json; never with 500.
 * {@code -Dhebb.fuzz.times=N} sends N times as many, and {@code -Dhebb.fuzz.seed=N} others.
 */
class FuzzedRequestsProperties {
    private static final int TIMES = Integer.getInteger("hebb.fuzz.times", 1);
    private static final long SEED = Long.getLong("hebb.fuzz.seed", 0);
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String CONTROL = "/v1/networks/dish/control";
    private static final List<String> PATHS = List.of(
            "/",
            "/health",
            "/ready",
            "/metrics",
            "/openapi.json",
            "/v1/config",
            "/v1/networks",
            "/v1/networks/dish",
            "/v1/networks/dish/synapses?state=active",
            "/v1/networks/dish/dendrites/1",
            "/v1/networks/dish/pathways?from=0&limit=3",
            "/v1/networks/dish/pruned?from=0&to=20&limit=7",
            CONTROL,
            "/v1/networks/dish/connectome.csv",
            "/internal/tasks/0/networks");
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "G\u0001T");
    private static final List<String> PARTS = List.of(
            "%", "%2F", "%00", "%ff", "..", "//", ";", "?", "&&", "=", "#", "{", "\"", "%E0%80", "-1", "99999999999");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "{\"command\":\"calm\",\"from\":360000000}",
            "{\"command\":\"lesion\",\"neurons\":\"0-999999999\"}",
            "{\"command\":\"forget\",\"confirm\":\"dish\"}",
            "{\"command\":\"attention\",\"gain\":1e999,\"neurons\":[1]}",
            "[".repeat(20_000),
            "{\"command\":\"" + "x".repeat(5_000) + "\"}");

    private static @Nullable ApiServer server;

    @BeforeContainer
    static void start() throws Exception {
        InMemoryShards shards =
                new InMemoryShards(2).network("dish", 0, 1, 2).synapse("dish", 0, 1, SynapseView.ACTIVE, 0.5);
        server = ApiServer.start("127.0.0.1", 0, Access.open(), shards.parts(), null);
    }

    @AfterContainer
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Property(seed = "13", tries = 150)
    void everyRequestIsAnsweredOrRefused(@ForAll long seed) throws IOException {
        // Numbers that follow each other would repeat those of another seed that is near.
        Random numbers = new Random(seed + SEED);
        for (int time = 0; time < TIMES; time++) {
            answerOrRefuse(numbers.nextLong());
        }
    }

    private static void answerOrRefuse(long seed) throws IOException {
        // Given
        byte[] request = request(new Random(seed));

        // When
        String answer = answer(request);

        // Then
        String shown = "seed " + seed + ": " + new String(request, StandardCharsets.ISO_8859_1);
        if (answer.isEmpty()) {
            return; // the connection was closed: what was sent is no HTTP
        }
        assertThat(answer).as(shown).startsWith("HTTP/1.1 ");
        int status = Integer.parseInt(answer.substring(9, 12));
        assertThat(status).as(shown).isNotEqualTo(500);
        if (status >= 400) {
            assertThat(answer).as(shown).containsIgnoringCase("content-type: application/problem+json");
            assertThat(answer).as(shown).doesNotContain("\tat ").doesNotContain("<html");
        }
    }

    private static String answer(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server == null ? 0 : server.port())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException closed) {
            return "";
        }
    }

    private static byte[] request(Random random) {
        boolean isCommand = random.nextInt(3) == 0;
        StringBuilder path = new StringBuilder(isCommand ? CONTROL : PATHS.get(random.nextInt(PATHS.size())));
        for (int times = isCommand ? 0 : random.nextInt(3); times > 0; times--) {
            path.insert(1 + random.nextInt(path.length()), PARTS.get(random.nextInt(PARTS.size())));
        }
        String body = BODIES.get(random.nextInt(BODIES.size()));
        int length = random.nextInt(8) == 0 ? random.nextInt(100) : body.length();
        String text = (isCommand ? "POST" : METHODS.get(random.nextInt(METHODS.size()))) + " " + path + " HTTP/1.1\r\n"
                + (random.nextInt(20) == 0 ? "" : "Host: localhost\r\n")
                + "Content-Type: application/json\r\nContent-Length: " + length + "\r\nConnection: close\r\n"
                + (random.nextInt(10) == 0 ? "X-Long: " + "y".repeat(random.nextInt(20_000)) + "\r\n" : "")
                + "\r\n" + body;
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(Math.min(60, bytes.length))] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
