package dev.hebb.cli.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.view.SynapseView;
import dev.hebb.neuron.KnownNeuron;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP client of a running app. Every failure is a {@link CliException} that says what to do. */
public final class AppClient {
    private static final int OK = 200;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final String base;
    private final String token;

    /** An app that asks for no token. */
    public AppClient(String base) {
        this(base, "");
    }

    /**
     * @param base base URL of the app, without a slash at its end
     * @param token that the app asks for; empty for none
     */
    public AppClient(String base, String token) {
        this.token = token;
        this.base = base;
    }

    /** The path of a resource of a network. */
    public static String ofNetwork(String network, String rest) {
        return "/v1/networks/" + encoded(network) + rest;
    }

    /** A name as one segment of a path. */
    public static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Gets the synapses of a network, as of its last closed window. */
    public List<SynapseView> synapses(String network) {
        List<SynapseView> synapses = new ArrayList<>();
        JsonNode answer = json(ofNetwork(network, "/synapses"));
        answer.forEach(synapse -> synapses.add(new SynapseView(
                synapse.path("pre").asInt(),
                synapse.path("post").asInt(),
                synapse.path("state").asText(),
                synapse.path("weight").asDouble(),
                synapse.path("lagMicros").asInt(),
                synapse.path("z").asDouble(),
                synapse.path("formedAtMicros").asLong(),
                synapse.path("lastCoFiredAtMicros").asLong(),
                synapse.path("kind").asText(SynapseView.EXCITATORY),
                synapse.path("fdr").isNumber() ? synapse.path("fdr").asDouble() : null)));
        return synapses;
    }

    /** Gets the neurons of a network that have a name or a position. */
    public List<KnownNeuron> neurons(String network) {
        List<KnownNeuron> neurons = new ArrayList<>();
        json(ofNetwork(network, "/neurons"))
                .forEach(neuron -> neurons.add(new KnownNeuron(
                        neuron.path("neuron").asInt(),
                        neuron.hasNonNull("name") ? neuron.path("name").asText() : null,
                        neuron.path("numbered").asBoolean(),
                        neuron.hasNonNull("electrode")
                                ? neuron.path("electrode").asText()
                                : null,
                        number(neuron.path("x")),
                        number(neuron.path("y")),
                        number(neuron.path("z")))));
        return neurons;
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? value.asDouble() : null;
    }

    /** Gets a JSON response. */
    public JsonNode json(String path) {
        try (InputStream body = stream(path)) {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CliException("what answers at " + base + " is not a Hebb app: no JSON at " + path, e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Gets the body of a response of status 200; the caller closes it. */
    public InputStream stream(String path) {
        HttpResponse<InputStream> response = get(path);
        if (response.statusCode() == OK) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            throw refused(path, response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Gets a response of any status. */
    public HttpResponse<InputStream> get(String path) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IllegalArgumentException e) {
            throw new CliException(
                    "'" + base + "' is not the URL of an app; give one such as http://127.0.0.1:8090", e);
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException("stopped while waiting for the app", e);
        }
    }

    private CliException refused(String path, int status, String body) {
        try {
            JsonNode problem = json.readTree(body);
            if (problem.hasNonNull("detail")) {
                String near = problem.has("near") ? " (there are: " + list(problem.get("near")) + ")" : "";
                return new CliException(Printable.line(problem.get("detail").asText() + near + "; "
                        + problem.path("do").asText()));
            }
        } catch (JsonProcessingException e) {
            return new CliException("the app at " + base + " answers " + status + " to " + path, e);
        }
        return new CliException("the app at " + base + " answers " + status + " to " + path);
    }

    private static String list(JsonNode names) {
        StringBuilder list = new StringBuilder();
        names.forEach(name -> list.append(list.length() == 0 ? "" : ", ").append(name.asText()));
        return list.toString();
    }

    private CliException unreachable(IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new CliException(
                "no app answers at " + base + " (" + why + "); start one with 'hebb up' or 'hebb app', or give --app",
                e);
    }
}
