package dev.hebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands to a network, over HTTP. */
class ApiCommandsTest {
    private static final DishApi API = new DishApi();

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void takesACommand() throws Exception {
        // When
        HttpResponse<String> response = API.client()
                .post(
                        "/v1/networks/dish/control",
                        "{\"command\":\"attention\",\"area\":\"cortex\",\"gain\":3,\"for\":600000000,\"by\":\"anna\"}");

        // Then: the watermark lies in window 35, so that the next one is the 36th
        assertThat(response.statusCode()).isEqualTo(202);
        JsonNode sent = ApiClient.json(response);
        assertThat(sent.get("effectiveFromMicros").asLong()).isEqualTo(360_000_000L);
        assertThat(sent.get("untilMicros").asLong()).isEqualTo(960_000_000L);
        assertThat(sent.get("id").asText()).isEqualTo(API.control().last().id());
        assertThat(API.control().last().event().getSentBy()).isEqualTo("anna");
        assertThat(API.control().last().network()).isEqualTo("dish");
    }

    @Test
    void takesACommandForANetworkThatIsStillToCome() throws Exception {
        // When
        HttpResponse<String> timeless = API.client().post("/v1/networks/new/control", "{\"command\":\"calm\"}");
        HttpResponse<String> timed = API.client().post("/v1/networks/new/control", "{\"command\":\"calm\",\"from\":0}");

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
                "{\"command\":\"calm\",\"gain\":2}                        | 'gain' is not a field of calm",
            })
    void refusesACommandThatCannotBe(String body, String why) throws Exception {
        // Given
        int before = API.control().sent();

        // When
        HttpResponse<String> response = API.client().post("/v1/networks/dish/control", body);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains(why);
        assertThat(API.control().sent()).isEqualTo(before);
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
        int before = API.control().sent();

        // When
        HttpResponse<String> response =
                API.client().post("/v1/networks/dish/control", "{\"command\":\"calm\"}", header, value);

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(API.control().sent() - before).isEqualTo(status == 202 ? 1 : 0);
    }

    /** A page whose own domain resolves to 127.0.0.1 sends its domain as Host; Java's client cannot. */
    @Test
    void takesNoCommandUnderAnotherName() throws Exception {
        // When
        String answer = ApiClient.raw(
                API.port(),
                "POST /v1/networks/dish/control HTTP/1.1\r\nHost: evil.example:8090\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 18\r\n\r\n{\"command\":\"calm\"}");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 403").contains("evil.example");
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        // When
        HttpResponse<String> response =
                API.client().post("/v1/networks/dish/control", "{\"command\":\"" + "x".repeat(2_000_000) + "\"}");

        // Then
        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void tellsWhatModulatedANetwork() throws Exception {
        // When
        JsonNode audit = ApiClient.json(API.client().get("/v1/networks/dish/control"));
        HttpResponse<String> unknown = API.client().get("/v1/networks/nope/control");

        // Then
        assertThat(audit.get("events")).hasSize(2);
        assertThat(audit.get("events").get(0).get("commandId").asText()).isEqualTo("id-1");
        assertThat(unknown.statusCode()).isEqualTo(404);
    }
}
