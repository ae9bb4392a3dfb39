package dev.hebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about networks, over HTTP. */
class ApiServerTest {
    private static final DishApi API = new DishApi();

    @AfterAll
    static void stop() {
        API.close();
    }

    @AfterEach
    void becomeReady() {
        API.shards().ready(true);
    }

    @Test
    void tellsOfANetworkAndItsShards() throws Exception {
        // When
        HttpResponse<String> response = API.client().get("/v1/networks/dish");

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
        HttpResponse<String> response = API.client().get("/v1/networks/a%2Fb%20c%25%C3%A4/synapses");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(response)).isEmpty();
    }

    @Test
    void filtersSynapsesByState() throws Exception {
        // When
        JsonNode dormant = ApiClient.json(API.client().get("/v1/networks/dish/synapses?state=dormant"));

        // Then
        assertThat(dormant).hasSize(1);
        assertThat(dormant.get(0).get("pre").asInt()).isEqualTo(10);
    }

    @Test
    void exportsCsv() throws Exception {
        // When
        HttpResponse<String> response = API.client().get("/v1/networks/dish/connectome.csv");

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
    void asksForThePruningsOfAPeriod() throws Exception {
        // When
        JsonNode answer = ApiClient.json(API.client().get("/v1/networks/dish/pruned?from=5&to=20&limit=7"));

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
        HttpResponse<String> response = API.client().get(path);

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
    void findsRoutesOutOfAnArea() throws Exception {
        // When
        JsonNode routes = ApiClient.json(API.client().get("/v1/networks/dish/areas/cortex/pathways"));
        HttpResponse<String> unknown = API.client().get("/v1/networks/dish/areas/thalamus/pathways");

        // Then
        assertThat(routes).hasSize(2);
        assertThat(routes.get(1).get("neurons").toString()).isEqualTo("[0,1,2]");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("cortex");
    }

    @Test
    void asksToComeBackWhileShardsMove() throws Exception {
        // Given
        API.shards().ready(false);

        // When
        HttpResponse<String> question = API.client().get("/v1/networks");
        HttpResponse<String> ready = API.client().get("/ready");
        HttpResponse<String> health = API.client().get("/health");

        // Then
        assertThat(question.statusCode()).isEqualTo(503);
        assertThat(question.headers().firstValue("Retry-After")).isPresent();
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ApiClient.json(ready).get("missingShards")).hasSize(2);
        assertThat(health.statusCode()).isEqualTo(200);
    }

    @Test
    void scrapesMetrics() throws Exception {
        // When
        HttpResponse<String> response = API.client().get("/metrics");

        // Then
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(response.body()).contains("hebb_spikes_total 0.0").contains("jvm_memory_used_bytes");
    }
}
