package dev.hebb.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.ApiServer;
import dev.hebb.api.InMemoryControl;
import dev.hebb.api.InMemoryShards;
import dev.hebb.api.view.NotReadyException;
import dev.hebb.api.view.RemoteShardView;
import dev.hebb.client.TestTls;
import dev.hebb.config.HttpConfigBuilder;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real requests to a server with tokens. */
class AccessTest {
    private static final String READ = "r-token-0123456789abcdef";
    private static final String COMMAND = "c-token-0123456789abcdef";
    private static final String CALM = "{\"command\":\"calm\",\"from\":900000000000,\"by\":\"the protocol\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final InMemoryControl control = new InMemoryControl();
    private final InMemoryShards shards = new InMemoryShards(2).network("dish", 0, 1, 2);
    private final Path folder;
    private Access access;
    private ApiServer server;

    AccessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start() throws IOException {
        Path tokens = Files.writeString(
                folder.resolve("tokens"),
                "# who may do what\n\nreader lab " + READ + "\ncommander anna " + COMMAND + "\n");
        access = Access.of(new HttpConfigBuilder().tokens(tokens).build());
        server = start(access);
    }

    private ApiServer start(Access with) {
        return ApiServer.start("127.0.0.1", 0, with, shards.parts(control), null);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/config",
                "/v1/networks",
                "/v1/networks/dish",
                "/v1/networks/dish/control",
                "/metrics",
                "/openapi.json",
                "/internal/tasks/0/networks",
                "/nowhere",
                "/page",
                "/login/",
                "/health/x"
            })
    void answersNothingWithoutAToken(String path) throws Exception {
        for (String[] headers : new String[][] {
            {},
            {"Authorization", "Bearer wrong-token-0123456789"},
            {"Authorization", "Basic " + READ},
            {"Cookie", cookie() + "=" + READ}
        }) {
            HttpResponse<String> answer = get(path, headers);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(answer.body()).contains("--token-file").doesNotContain("wrong-token", READ, COMMAND);
        }
        assertThat(get(path, "Authorization", "Bearer " + READ).statusCode()).isNotEqualTo(401);
    }

    /** Prometheus may have another name for an instance. No page of another site has a token. */
    @Test
    void answersMetricsUnderAnyNameToWhoHasAToken() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(("GET /metrics HTTP/1.1\r\nHost: app:8090\r\nAuthorization: Bearer " + READ
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void answersProbesAlways() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyACommanderCommandsAndTheAuditHasItsName() throws Exception {
        assertThat(command("Bearer " + READ).statusCode()).isEqualTo(403);
        assertThat(command("").statusCode()).isEqualTo(401);
        assertThat(control.sent()).isZero();
        HttpResponse<String> sent = command("Bearer " + COMMAND);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        assertThat(control.last().timed().sentBy()).isEqualTo("anna, for the protocol");
    }

    @Test
    void aBrowserShowsATokenOnceAndThenACookie() throws Exception {
        // Given
        HttpResponse<String> page = get("/", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(get("/login").body()).contains("<form>");
        assertThat(logIn("wrong-token-0123456789").statusCode()).isEqualTo(401);

        // When
        HttpResponse<String> answer = logIn(READ);

        // Then
        assertThat(answer.statusCode()).isEqualTo(204);
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("HttpOnly", "SameSite=Strict").doesNotContain(READ);
        String cookie = set.substring(0, set.indexOf(';'));
        assertThat(get("/v1/networks", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(get("/v1/networks", "Cookie", cookie.substring(0, cookie.length() - 1))
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/v1/networks/dish/control", CALM, "Cookie", cookie).statusCode())
                .isEqualTo(403);
    }

    @Test
    void noPageOfAnotherSiteLogsIn() throws Exception {
        assertThat(post("/login", "{\"token\":\"" + READ + "\"}", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void instancesShowEachOtherTheirToken() {
        URI base = access.peers().base("127.0.0.1", server.port());
        assertThat(new RemoteShardView(access.peers(), ApiServer.json(), base, 0, 0).networks())
                .isNotEmpty();
        assertThatThrownBy(() -> new RemoteShardView(Access.open().peers(), ApiServer.json(), base, 0, 0).networks())
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("401");
    }

    @Test
    void speaksTlsWithAKeystore() throws Exception {
        // Given
        Path keystore = folder.resolve("key.p12");
        Path password = Files.writeString(folder.resolve("password"), "marker-of-password\n");
        TestTls.addKey(keystore, password, "hebb", "CN=localhost", "-ext", TestTls.FOR_LOOPBACK);
        Path tokens = folder.resolve("tokens");
        Access tls = Access.of(new HttpConfigBuilder()
                .host("0.0.0.0")
                .tokens(tokens)
                .keystore(keystore, password)
                .build());

        // When
        ApiServer secure = start(tls);

        // Then
        try {
            URI base = tls.peers().base("127.0.0.1", secure.port());
            assertThat(base.getScheme()).isEqualTo("https");
            assertThat(new RemoteShardView(tls.peers(), ApiServer.json(), base, 0, 0).networks())
                    .isNotEmpty();
            assertThatThrownBy(() -> http.send(
                            HttpRequest.newBuilder(base.resolve("/health")).build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        } finally {
            secure.close();
        }
        assertThatThrownBy(() -> Access.of(
                        new HttpConfigBuilder().keystore(keystore, tokens).build()))
                .hasMessageContaining("hebb.http.keystore-file is " + keystore)
                .hasMessageNotContaining(READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# none\n",
                "reader lab short-marker\n",
                "boss lab marker-0123456789abcdef\n",
                "marker-0123456789abcdef\n"
            })
    void refusesAFileOfTokensWithoutShowingThem(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("bad"), content);
        assertThatThrownBy(() -> Tokens.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hebb.http.token-file")
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("marker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.7", "rig.lab.example", "[::]"})
    void isNotOpenToOtherMachinesWithoutTokens(String host) {
        assertThatThrownBy(() -> new HttpConfigBuilder().host(host).build())
                .hasMessageContaining("hebb.http.host is " + host)
                .hasMessageContaining("hebb.http.token-file");
        assertThat(new HttpConfigBuilder()
                        .host(host)
                        .tokens(Path.of("tokens"))
                        .build()
                        .host())
                .isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "[::1]", "127.1.2.3"})
    void isOpenToTheOwnMachine(String host) {
        assertThat(new HttpConfigBuilder().host(host).build().host()).isEqualTo(host);
    }

    @Test
    void sessionsEndAfterHalfADay() {
        long[] now = new long[1];
        Sessions sessions = new Sessions(() -> now[0]);
        String name = sessions.open(new Caller("anna", Caller.Role.READER));
        now[0] = 11L * 3600 * 1_000_000_000;
        assertThat(sessions.caller(name)).isPresent();
        now[0] = 13L * 3600 * 1_000_000_000;
        assertThat(sessions.caller(name)).isEmpty();
    }

    private HttpResponse<String> command(String authorization) throws Exception {
        return authorization.isEmpty()
                ? post("/v1/networks/dish/control", CALM)
                : post("/v1/networks/dish/control", CALM, "Authorization", authorization);
    }

    private HttpResponse<String> logIn(String token) throws Exception {
        JsonNode body = new ObjectMapper().createObjectNode().put("token", token);
        return post("/login", body.toString());
    }

    private String cookie() {
        return "hebb-session-" + server.port();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)), headers);
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
