package dev.hebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.access.Access;
import dev.hebb.api.answer.Answers;
import dev.hebb.api.answer.PrunedAnswer;
import dev.hebb.api.answer.PrunedEntry;
import dev.hebb.api.request.CommandRequestReader;
import dev.hebb.api.view.SynapseView;
import dev.hebb.neuron.KnownNeuron;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OpenAPI document is valid, names the routes there are, and describes what the server answers. */
class OpenApiTest {
    private static final InMemoryShards SHARDS = new InMemoryShards(2)
            .network("dish", 0, 1, 2)
            .synapse("dish", 0, 1, SynapseView.ACTIVE, 0.5)
            .synapse("dish", 1, 2, SynapseView.DORMANT, 0.01);
    private static final ApiParts PARTS = new ApiParts(
            new Answers(SHARDS, new Answers.LagScale(1000, 10_000_000)),
            SHARDS,
            (network, from, to, limit) -> new PrunedAnswer(
                    network,
                    from,
                    to,
                    true,
                    0,
                    List.of(
                            PrunedEntry.of(Prunings.synapse(0, 1).build()),
                            PrunedEntry.of(Prunings.neuron(1).build()))),
            network -> List.of(KnownNeuron.of(0).on("12").at(10.5, -20, Double.NaN), KnownNeuron.numbered(1, "unit_a")),
            new InMemoryControl().parts(),
            InMemoryShards.CONFIG,
            out -> out.write(0));
    private static OpenApiDocument document;
    private static String text;
    private static ApiServer server;

    @BeforeAll
    static void start() throws Exception {
        server = ApiServer.start("127.0.0.1", 0, Access.open(), PARTS, null);
        text = new ApiClient(server.port()).get("/openapi.json").body();
        document = new OpenApiDocument(text);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isValid() {
        // When
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text);

        // Then
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(document.errorsOfSchemas()).isEmpty();
    }

    @Test
    void namesTheRoutesThatAreAnswered() {
        // Given
        Set<String> routes = new Routes(PARTS, Access.open(), new ObjectMapper(), null)
                .all().stream()
                        .filter(route -> !route.internal())
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toSet());

        // Then
        assertThat(document.operations()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void listsTheCommandsThatAreRead() throws Exception {
        assertThat(new ObjectMapper().readTree(text).at("/components/schemas/Command/properties/command/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(CommandRequestReader.names());
    }

    @Test
    void describesWhatIsAnswered() throws Exception {
        // Given
        ApiClient client = new ApiClient(server.port());
        SoftAssertions softly = new SoftAssertions();

        // When
        for (String operation : document.operations()) {
            String path = operation.substring(operation.indexOf(' ') + 1);
            String schema = OpenApiDocument.answer("get", path, 200);
            if (document.has(schema)) {
                JsonNode answer = ApiClient.json(client.get(filledIn(path)));
                softly.assertThat(document.errors(schema, answer)).as(path).isEmpty();
            }
        }

        // Then
        softly.assertAll();
    }

    @Test
    void describesACommandThatIsSent() throws Exception {
        // When
        HttpResponse<String> response =
                new ApiClient(server.port()).post("/v1/networks/dish/control", "{\"command\":\"calm\"}");

        // Then
        String schema = OpenApiDocument.answer("post", "/v1/networks/{network}/control", 202);
        assertThat(document.errors(schema, ApiClient.json(response))).isEmpty();
    }

    @Test
    void describesProblems() throws Exception {
        // When
        HttpResponse<String> response = new ApiClient(server.port()).get("/v1/networks/nope");

        // Then
        assertThat(document.errors("/components/schemas/Problem", ApiClient.json(response)))
                .isEmpty();
    }

    private static String filledIn(String template) {
        return template.replace("{network}", "dish")
                .replace("{pre}", "0")
                .replace("{post}", "1")
                .replace("{neuron}", "1")
                .replace("{area}", "cortex");
    }
}
