package dev.hebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.api.access.Access;
import dev.hebb.api.answer.Answers;
import dev.hebb.api.answer.PrunedAnswer;
import dev.hebb.api.answer.PrunedEntry;
import dev.hebb.api.metrics.PrometheusMetrics;
import dev.hebb.api.view.SynapseView;
import dev.hebb.neuron.KnownNeuron;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiServerTest {
    private static final InMemoryShards SHARDS = new InMemoryShards(2)
            .network("dish", 0, 1, 2, 10)
            .synapse("dish", 0, 1, SynapseView.ACTIVE, 0.5)
            .synapse("dish", 10, 1, SynapseView.DORMANT, 0.01)
            .synapse("dish", 1, 2, SynapseView.ACTIVE, 0.5)
            .network("a/b c%ä", 7);
    private static final PrometheusMetrics METRICS = new PrometheusMetrics();
    private static final InMemoryControl CONTROL = new InMemoryControl();
    private static final ApiParts PARTS = new ApiParts(
            new Answers(SHARDS, new Answers.LagScale(1000, 10_000_000)),
            SHARDS,
            ApiServerTest::history,
            network -> network.equals("dish")
                    ? List.of(
                            KnownNeuron.numbered(1, "unit \"a\", left").on("12").at(10.5, -20, Double.NaN))
                    : List.of(),
            CONTROL.parts(),
            InMemoryShards.CONFIG,
            METRICS);
    private static ApiServer server;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        server = ApiServer.start("127.0.0.1", 0, Access.open(), PARTS, null);
        client = new ApiClient(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
        METRICS.close();
    }

    @AfterEach
    void becomeReady() {
        SHARDS.ready(true);
    }

    @Test
    void tellsOfANetworkAndItsShards() throws Exception {
        // When
        HttpResponse<String> response = client.get("/v1/networks/dish");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode network = ApiClient.json(response);
        assertThat(network.get("neurons").asInt()).isEqualTo(4);
        assertThat(network.get("synapses").get("active").asInt()).isEqualTo(2);
        assertThat(network.get("shards")).hasSize(2);
    }

    @Test
    void namesOfNetworksMayHoldAnything() throws Exception {
        // When
        HttpResponse<String> response = client.get("/v1/networks/a%2Fb%20c%25%C3%A4/synapses");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(response)).isEmpty();
    }

    @Test
    void filtersSynapsesByState() throws Exception {
        // When
        JsonNode dormant = ApiClient.json(client.get("/v1/networks/dish/synapses?state=dormant"));

        // Then
        assertThat(dormant).hasSize(1);
        assertThat(dormant.get(0).get("pre").asInt()).isEqualTo(10);
    }

    @Test
    void exportsCsv() throws Exception {
        // When
        HttpResponse<String> response = client.get("/v1/networks/dish/connectome.csv");

        // Then
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(response.body().lines())
                .containsExactly(
                        "pre,post,state,weight,lag_us,z,formed_at,last_cofired_at,kind,fdr,pre_name,post_name,"
                                + "pre_x,pre_y,pre_z,post_x,post_y,post_z",
                        "0,1,ACTIVE,0.5,2000,7.5,300000000,310000000,EXCITATORY,0.02,,\"unit \"\"a\"\", left\",,,,10.5,-20.0,",
                        "1,2,ACTIVE,0.5,2000,7.5,300000000,310000000,EXCITATORY,0.02,\"unit \"\"a\"\", left\",,10.5,-20.0,,,,",
                        "10,1,DORMANT,0.01,2000,7.5,300000000,310000000,INHIBITORY,0.02,,\"unit \"\"a\"\", left\",,,,10.5,-20.0,");
    }

    @Test
    void asksForThePruningsOfAStretchOfTime() throws Exception {
        // When
        JsonNode answer = ApiClient.json(client.get("/v1/networks/dish/pruned?from=5&to=20&limit=7"));

        // Then
        assertThat(answer.get("fromMicros").asLong()).isEqualTo(5);
        assertThat(answer.get("toMicros").asLong()).isEqualTo(20);
        assertThat(answer.get("pruned").get(0).get("reason").asText()).isEqualTo("UNUSED");
        assertThat(answer.get("pruned").get(0).get("window").asLong()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/networks/nope, 404, unknown network, dish",
        "/v1/networks/nope/pruned, 404, unknown network, dish",
        "/v1/networks/dish/dendrites/99, 404, unknown neuron, 99",
        "/v1/networks/dish/dendrites/x, 400, bad parameter, whole number",
        "/v1/networks/dish/dendrites/-1, 400, bad parameter, whole number",
        "/v1/networks/dish/dendrites/2147483648, 400, bad parameter, whole number",
        "/v1/networks/dish/pruned?from=today, 400, bad parameter, microseconds",
        "/v1/networks/dish/pruned?form=0, 400, unknown parameter, there is no parameter 'form' here",
        "/v1/networks?limit=3, 400, unknown parameter, this path has none",
        "/v1/networks/dish/pruned?limit=0, 400, bad parameter, from 1",
        "/v1/networks/dish/synapses?state=dead, 400, bad parameter, DORMANT",
        "/v1/network/dish, 404, no such path, /v1/networks/{network}",
        "/v1/networks/dish/synapse, 404, no such path, /v1/networks/{network}/synapses",
        "/metric, 404, no such path, /metrics",
        "/internal/tasks/0/secrets, 404, no such path, secrets",
        "/internal/tasks/5/networks, 503, not ready, shard 5",
    })
    void saysWhatIsWrongAndWhatToDo(String path, int status, String title, String hint) throws Exception {
        // When
        HttpResponse<String> response = client.get(path);

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = ApiClient.json(response);
        assertThat(problem.get("title").asText()).isEqualTo(title);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("do").asText()).isNotBlank();
        assertThat(response.body()).contains(hint);
    }

    @Test
    void takesACommand() throws Exception {
        // When
        HttpResponse<String> response = client.post(
                "/v1/networks/dish/control",
                "{\"command\":\"attention\",\"area\":\"cortex\",\"gain\":3,\"for\":600000000,\"by\":\"anna\"}");

        // Then: the watermark lies in window 35, so that the next one is the 36th
        assertThat(response.statusCode()).isEqualTo(202);
        JsonNode sent = ApiClient.json(response);
        assertThat(sent.get("effectiveFromMicros").asLong()).isEqualTo(360_000_000L);
        assertThat(sent.get("untilMicros").asLong()).isEqualTo(960_000_000L);
        assertThat(sent.get("id").asText()).isEqualTo(CONTROL.last().id());
        assertThat(CONTROL.last().event().getSentBy()).isEqualTo("anna");
        assertThat(CONTROL.last().network()).isEqualTo("dish");
    }

    @Test
    void takesACommandForANetworkThatIsStillToCome() throws Exception {
        // When
        HttpResponse<String> timeless = client.post("/v1/networks/new/control", "{\"command\":\"calm\"}");
        HttpResponse<String> timed = client.post("/v1/networks/new/control", "{\"command\":\"calm\",\"from\":0}");

        // Then
        assertThat(timeless.statusCode()).isEqualTo(400);
        assertThat(timeless.body()).contains("give 'from'");
        assertThat(timed.statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                     | 'command' is missing",
                "[1]                                                    | JSON object",
                "{\"command\"                                           | no JSON",
                "{\"command\":\"reward\"}                                | no command 'reward'",
                "{\"command\":\"stress\"}                                | 'level' is missing",
                "{\"command\":\"stress\",\"level\":2}                     | level of stress is 2.0",
                "{\"command\":\"stress\",\"level\":1,\"from\":349999999}   | earliest that is open begins at 350000000",
                "{\"command\":\"lesion\",\"area\":\"cortx\"}               | cortex",
                "{\"command\":\"lesion\"}                                | it names no neuron",
                "{\"command\":\"calm\",\"gain\":2}                        | 'gain' is no field of calm",
            })
    void refusesACommandThatCannotBe(String body, String why) throws Exception {
        // Given
        int before = CONTROL.sent();

        // When
        HttpResponse<String> response = client.post("/v1/networks/dish/control", body);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains(why);
        assertThat(CONTROL.sent()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Origin, http://localhost.evil.example:8090, 403",
        "Content-Type, text/plain, 415",
        "Content-Type, application/x-www-form-urlencoded, 415",
        "Origin, http://127.0.0.1:8090, 202",
        "Origin, http://[::1]:8090, 202",
        "Origin, https://hebb.lab.example, 202",
        "Content-Type, application/json; charset=utf-8, 202",
    })
    void refusesCommandsFromPagesOfOtherHosts(String header, String value, int status) throws Exception {
        // Given
        int before = CONTROL.sent();

        // When
        HttpResponse<String> response =
                client.post("/v1/networks/dish/control", "{\"command\":\"calm\"}", header, value);

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(CONTROL.sent() - before).isEqualTo(status == 202 ? 1 : 0);
    }

    /** A page whose own domain resolves to 127.0.0.1 sends its domain as Host; Java's client cannot. */
    @Test
    void takesNoCommandUnderAnotherName() throws Exception {
        // When
        String answer = ApiClient.raw(
                server.port(),
                "POST /v1/networks/dish/control HTTP/1.1\r\nHost: evil.example:8090\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 18\r\n\r\n{\"command\":\"calm\"}");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 403").contains("evil.example");
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
        "/metrics, app:8090, 200",
    })
    void answersQuestionsUnderItsOwnNames(String path, String host, int status) throws Exception {
        // When
        String answer = ApiClient.raw(
                server.port(), "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("X-Content-Type-Options: nosniff");
    }

    @ParameterizedTest
    @CsvSource({"/%zz, 400", "/%C3%28, 400", "http://[::1/, 400"})
    void saysAsJsonThatAPathIsMalformed(String path, int status) throws Exception {
        // When
        String answer = ApiClient.raw(
                server.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

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
                server.port(),
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
                Socket socket = new Socket("127.0.0.1", server.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /v1/networks/dish/control HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: 18\r\n\r\n{")
                                .getBytes(StandardCharsets.UTF_8));
            }

            // When
            int health = client.get("/health").statusCode();
            int networks = client.get("/v1/networks").statusCode();

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
    void refusesABodyThatIsTooLarge() throws Exception {
        // When
        HttpResponse<String> response =
                client.post("/v1/networks/dish/control", "{\"command\":\"" + "x".repeat(2_000_000) + "\"}");

        // Then
        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void tellsWhatModulatedANetwork() throws Exception {
        // When
        JsonNode audit = ApiClient.json(client.get("/v1/networks/dish/control"));
        HttpResponse<String> unknown = client.get("/v1/networks/nope/control");

        // Then
        assertThat(audit.get("events")).hasSize(2);
        assertThat(audit.get("events").get(0).get("commandId").asText()).isEqualTo("id-1");
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    @Test
    void findsRoutesOutOfAnArea() throws Exception {
        // When
        JsonNode routes = ApiClient.json(client.get("/v1/networks/dish/areas/cortex/pathways"));
        HttpResponse<String> unknown = client.get("/v1/networks/dish/areas/thalamus/pathways");

        // Then
        assertThat(routes).hasSize(2);
        assertThat(routes.get(1).get("neurons").toString()).isEqualTo("[0,1,2]");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("cortex");
    }

    @Test
    void readsOnly() throws Exception {
        // When
        HttpResponse<String> response = client.post("/v1/networks");

        // Then
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(ApiClient.json(response).get("detail").asText()).contains("GET");
    }

    @Test
    void asksToComeBackWhileShardsMove() throws Exception {
        // Given
        SHARDS.ready(false);

        // When
        HttpResponse<String> question = client.get("/v1/networks");
        HttpResponse<String> ready = client.get("/ready");
        HttpResponse<String> health = client.get("/health");

        // Then
        assertThat(question.statusCode()).isEqualTo(503);
        assertThat(question.headers().firstValue("Retry-After")).isPresent();
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ApiClient.json(ready).get("missingShards")).hasSize(2);
        assertThat(health.statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatThePortIsTaken() {
        assertThatThrownBy(() -> ApiServer.start("127.0.0.1", server.port(), Access.open(), PARTS, null))
                .isInstanceOf(CannotListenException.class)
                .hasMessageContaining("127.0.0.1:" + server.port() + " (Address already in use)")
                .hasMessageContaining("--http-port");
    }

    @Test
    void scrapesMetrics() throws Exception {
        // When
        HttpResponse<String> response = client.get("/metrics");

        // Then
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(response.body()).contains("hebb_spikes_total 0.0").contains("jvm_memory_used_bytes");
    }

    private static PrunedAnswer history(String network, long fromMicros, long toMicros, int limit) {
        PrunedEntry pruned =
                PrunedEntry.of(Prunings.synapse(0, 1).setWindow(limit).build());
        return new PrunedAnswer(network, fromMicros, toMicros, true, 0, List.of(pruned));
    }
}
