package dev.hebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.answer.Answers;
import dev.hebb.api.answer.Pruned;
import dev.hebb.api.answer.PrunedAnswer;
import dev.hebb.api.view.Synapse;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the document true: the same paths as the routes have, and the shapes that the server really answers. */
class OpenApiTest {
    private static final InMemoryShards SHARDS = new InMemoryShards(2)
            .network("dish", 0, 1, 2)
            .synapse("dish", 0, 1, Synapse.ACTIVE, 0.5)
            .synapse("dish", 1, 2, Synapse.DORMANT, 0.01);
    private static final ApiParts PARTS = new ApiParts(
            new Answers(SHARDS, new Answers.LagScale(1000, 10_000_000)),
            SHARDS,
            (network, from, to, limit) -> new PrunedAnswer(
                    network,
                    from,
                    to,
                    true,
                    List.of(
                            new Pruned(10, 0, "SYNAPSE", 0, 1, "UNUSED", "why", 0.01, 5, 2000, "GROWTH", 1, 2),
                            new Pruned(10, 0, "NEURON", null, 1, "SILENT", "why", 0, 0, 0, "GROWTH", 1, 2))),
            new InMemoryControl().parts(),
            InMemoryShards.CONFIG,
            out -> out.write(0));
    private static JsonNode document;
    private static ApiServer server;

    @BeforeAll
    static void start() throws Exception {
        server = ApiServer.start("127.0.0.1", 0, PARTS);
        document = ApiClient.json(new ApiClient(server.port()).get("/openapi.json"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void namesThePathsThatAreAnswered() {
        // Given
        Set<String> routes = new Routes(PARTS, new ObjectMapper())
                .all().stream()
                        .filter(route -> !route.internal())
                        .map(Route::path)
                        .collect(Collectors.toSet());

        // Then
        Set<String> documented = new TreeSet<>();
        document.get("paths").fieldNames().forEachRemaining(documented::add);
        assertThat(documented).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void describesWhatIsAnswered() throws Exception {
        // Given
        ApiClient client = new ApiClient(server.port());
        List<String> wrong = new ArrayList<>();

        // When
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            HttpResponse<String> response = client.get(filledIn(path.getKey()));
            JsonNode content = path.getValue().at("/get/responses/200/content/application~1json/schema");
            if (!content.isMissingNode()) {
                new SchemaCheck(document, wrong).check(path.getKey(), content, ApiClient.json(response));
            }
        }

        // Then
        assertThat(wrong).isEmpty();
    }

    @Test
    void describesACommandThatIsSent() throws Exception {
        // Given
        List<String> wrong = new ArrayList<>();
        JsonNode schema = document.at(
                "/paths/~1v1~1networks~1{network}~1control/post/responses/202/content/application~1json/schema");

        // When
        HttpResponse<String> response =
                new ApiClient(server.port()).post("/v1/networks/dish/control", "{\"command\":\"calm\"}");

        // Then
        new SchemaCheck(document, wrong).check("sent", schema, ApiClient.json(response));
        assertThat(wrong).isEmpty();
    }

    @Test
    void describesProblems() throws Exception {
        // Given
        List<String> wrong = new ArrayList<>();
        JsonNode schema = document.at("/components/responses/Unknown/content/application~1problem+json/schema");

        // When
        HttpResponse<String> response = new ApiClient(server.port()).get("/v1/networks/nope");

        // Then
        new SchemaCheck(document, wrong).check("problem", schema, ApiClient.json(response));
        assertThat(wrong).isEmpty();
    }

    private static String filledIn(String template) {
        return template.replace("{network}", "dish")
                .replace("{pre}", "0")
                .replace("{post}", "1")
                .replace("{neuron}", "1")
                .replace("{area}", "cortex");
    }
}
