package dev.hebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.api.access.Access;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that HTTP or the host name decides on, before any route is asked. */
class ApiRequestsTest {
    private static final DishApi API = new DishApi();

    @AfterAll
    static void stop() {
        API.close();
    }

    /** Checks which hosts may be asked for: a page of another host could read what a network does. */
    @ParameterizedTest
    @CsvSource({
        "/v1/networks, evil.example, 403",
        "/, evil.example:8090, 403",
        "/v1/networks, 192.168.1.20.evil.example, 403",
        "/v1/networks, hebb.lab.example:8090, 200",
        "/v1/networks, 192.168.1.20:8090, 200",
        "/v1/networks, [fe80::1]:8090, 200",
        "/health, evil.example, 200",
        "/ready, 10.0.0.7, 200",
        "/metrics, evil.example, 403",
        "/metrics, 10.0.0.7:8090, 200",
        "/metrics, hebb.lab.example, 200",
    })
    void answersQuestionsUnderItsOwnNames(String path, String host, int status) throws Exception {
        // When
        String answer = ApiClient.raw(
                API.port(), "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("X-Content-Type-Options: nosniff");
    }

    @ParameterizedTest
    @CsvSource({"/%zz, 400", "/%C3%28, 400", "http://[::1/, 400"})
    void saysAsJsonThatAPathIsMalformed(String path, int status) throws Exception {
        // When
        String answer =
                ApiClient.raw(API.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "\"status\" : " + status)
                .doesNotContain("<html");
    }

    @Test
    void writesErrorsAsUtf8() throws Exception {
        // When
        String answer = ApiClient.raw(
                API.port(),
                "GET /v1/networks/%C2%B5%E2%98%83 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 404").contains("there is no network 'µ☃'");
    }

    /** Sends more slow bodies than the server has threads. */
    @Test
    void answersWhileBodiesArriveSlowly() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            // Given
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket("127.0.0.1", API.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /v1/networks/dish/control HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: 18\r\n\r\n{")
                                .getBytes(StandardCharsets.UTF_8));
            }

            // When
            int health = API.client().get("/health").statusCode();
            int networks = API.client().get("/v1/networks").statusCode();

            // Then
            assertThat(health).isEqualTo(200);
            assertThat(networks).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void readsOnly() throws Exception {
        // When
        HttpResponse<String> response = API.client().post("/v1/networks");

        // Then
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(ApiClient.json(response).get("detail").asText()).contains("GET");
    }

    @Test
    void saysThatThePortIsTaken() {
        assertThatThrownBy(() -> ApiServer.start("127.0.0.1", API.port(), Access.open(), API.parts(), null))
                .isInstanceOf(CannotListenException.class)
                .hasMessageContaining("127.0.0.1:" + API.port() + " (Address already in use)")
                .hasMessageContaining("--http-port");
    }
}
