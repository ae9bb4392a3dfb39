package dev.hebb.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.access.Access;
import dev.hebb.api.answer.Connectome;
import dev.hebb.api.answer.SynapseFormats;
import dev.hebb.api.view.Readiness;
import dev.hebb.api.view.ShardQuestions;
import dev.hebb.api.view.SynapseView;
import dev.hebb.framing.FramingConfig;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.page.Page;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Every path and how it is answered. */
final class Routes {
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int MOST_PRUNINGS = 100_000;
    private static final int USUAL_PRUNINGS = 1_000;

    private final ApiParts parts;
    private final JsonBodies json;
    private final TopicReads reads = new TopicReads();
    private final ControlRoutes control;
    private final LoginRoutes login;
    private final @Nullable Page page;

    Routes(ApiParts parts, Access access, ObjectMapper json, @Nullable Page page) {
        this.page = page;
        this.parts = parts;
        this.json = new JsonBodies(json);
        this.control = new ControlRoutes(parts, this.json, reads);
        this.login = new LoginRoutes(
                access, this.json, new LocalRequests(parts.control().trusted()));
    }

    List<Route> all() {
        return Stream.of(questions(), control.all(), login.all(), pageRoutes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> pageRoutes() {
        return page == null
                ? List.of()
                : page.routes().stream()
                        .map(route -> Route.internal(route.path(), route.summary(), route.handler()))
                        .toList();
    }

    private List<Route> questions() {
        return List.of(
                Route.open("/", "the live page for a browser, else a list of all paths", this::index),
                Route.open(
                        "/v1/config", "the effective configuration", context -> write(context, parts.configuration())),
                Route.open(
                        "/v1/networks",
                        "all networks",
                        context -> write(context, parts.answers().networks())),
                Route.open("/v1/networks/{network}", "a network, its stage and its shards", this::network),
                Route.open("/v1/networks/{network}/dendrites/{post}", "all synapses onto a neuron", this::dendrite),
                Route.open("/v1/networks/{network}/neurons", "names and positions of neurons", this::neurons),
                Route.open(
                        "/v1/networks/{network}/neurons/{neuron}/partners",
                        "a neuron's synapses, in and out",
                        this::partners),
                Route.open(
                        "/v1/networks/{network}/neurons/{neuron}/pathways",
                        "the strongest routes from a neuron",
                        this::pathways),
                Route.open("/v1/networks/{network}/synapses", "all synapses", this::synapses),
                Route.open(
                        "/v1/networks/{network}/pairs/{pre}/{post}",
                        "counts, histogram and evidence of an ordered pair",
                        this::pair),
                Route.open("/v1/networks/{network}/pruned", "what was pruned between two times, and why", this::pruned),
                Route.open("/v1/networks/{network}/connectome.graphml", "all synapses as GraphML", this::graphMl),
                Route.open("/v1/networks/{network}/connectome.csv", "all synapses as CSV", this::csv),
                Route.open("/openapi.json", "this interface, as OpenAPI 3", this::openApi),
                Route.open(KnownPaths.METRICS, "metrics, for Prometheus", this::metrics),
                Route.open(KnownPaths.HEALTH, "200 while a restart would not help", this::health),
                Route.open(KnownPaths.READY, "200 while questions can be answered", this::ready),
                Route.internal(
                        ShardQuestions.PREFIX + "/{task}/{question}", "instances ask each other", this::shardQuestion));
    }

    private void index(Context context) throws IOException {
        context.header("Vary", "Accept");
        if (page != null && RequestGuard.isForAPage(context)) {
            page.index(context);
            return;
        }
        Map<String, String> paths = new LinkedHashMap<>();
        all().stream()
                .filter(route -> !route.internal())
                .forEach(route -> paths.merge(route.path(), route.summary(), (one, other) -> one + "; " + other));
        write(context, paths);
    }

    private void network(Context context) throws IOException {
        write(context, parts.answers().network(new Parameters(context).networkInPath()));
    }

    private void dendrite(Context context) throws IOException {
        Parameters with = new Parameters(context);
        write(context, parts.answers().dendrite(with.networkInPath(), with.neuronInPath("post")));
    }

    private void neurons(Context context) throws IOException {
        String network = new Parameters(context).networkInPath();
        List<KnownNeuron> neurons = reads.read(() -> parts.neurons().of(network));
        if (neurons.isEmpty()) {
            parts.answers().requireKnown(network);
        }
        write(context, neurons);
    }

    private Connectome connectome(Context context) {
        String network = new Parameters(context).networkInPath();
        List<SynapseView> synapses = parts.answers().synapses(network);
        return new Connectome(
                network, synapses, reads.read(() -> parts.neurons().of(network)));
    }

    private void partners(Context context) throws IOException {
        Parameters with = new Parameters(context);
        write(context, parts.answers().partners(with.networkInPath(), with.neuronInPath("neuron")));
    }

    private void pathways(Context context) throws IOException {
        Parameters with = new Parameters(context);
        write(context, parts.answers().pathways(with.networkInPath(), with.neuronInPath("neuron"), with.pathways()));
    }

    private void synapses(Context context) throws IOException {
        Parameters with = new Parameters(context);
        String state = with.oneOf("state", SynapseView.ACTIVE, SynapseView.DORMANT);
        List<SynapseView> synapses = parts.answers().synapses(with.networkInPath());
        write(
                context,
                state == null
                        ? synapses
                        : synapses.stream()
                                .filter(synapse -> synapse.state().equals(state))
                                .toList());
    }

    private void pair(Context context) throws IOException {
        Parameters with = new Parameters(context);
        write(context, parts.answers().pair(with.networkInPath(), with.neuronInPath("pre"), with.neuronInPath("post")));
    }

    private void pruned(Context context) throws IOException {
        Parameters with = new Parameters(context);
        String network = parts.answers().network(with.networkInPath()).total().network();
        long from = with.micros("from", -FramingConfig.MAX_TIME_MICROS);
        long to = with.micros("to", FramingConfig.MAX_TIME_MICROS);
        int limit = with.number("limit", USUAL_PRUNINGS, 1, MOST_PRUNINGS);
        write(context, reads.read(() -> parts.prunings().between(network, from, to, limit)));
    }

    private void graphMl(Context context) throws IOException, XMLStreamException {
        Connectome connectome = connectome(context);
        context.contentType("application/graphml+xml; charset=utf-8");
        try (Writer out = writer(context)) {
            SynapseFormats.graphMl(connectome, out);
        }
    }

    private void csv(Context context) throws IOException {
        Connectome connectome = connectome(context);
        context.contentType("text/csv; charset=utf-8");
        try (Writer out = writer(context)) {
            SynapseFormats.csv(connectome, out);
        }
    }

    private void openApi(Context context) {
        context.contentType("application/json").result(OpenApi.document());
    }

    private void metrics(Context context) throws IOException {
        context.contentType(ApiParts.Scrape.CONTENT_TYPE);
        parts.metrics().writeTo(context.outputStream());
    }

    private void health(Context context) throws IOException {
        Readiness readiness = parts.shards().readiness();
        context.status(readiness.alive() ? context.statusCode() : SERVICE_UNAVAILABLE);
        write(context, readiness);
    }

    private void ready(Context context) throws IOException {
        Readiness readiness = parts.shards().readiness();
        context.status(readiness.ready() ? context.statusCode() : SERVICE_UNAVAILABLE);
        write(context, readiness);
    }

    private void shardQuestion(Context context) throws IOException {
        ShardQuestions.Question question = ShardQuestions.named(context.pathParam("question"));
        if (question == null) {
            throw Problem.noRoute(context.path(), List.of());
        }
        Parameters with = new Parameters(context);
        int task = with.neuronInPath("task");
        write(context, question.answer(parts.shards().local(task), with));
    }

    private void write(Context context, @Nullable Object answer) throws IOException {
        json.write(context, answer);
    }

    private static Writer writer(Context context) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
    }
}
