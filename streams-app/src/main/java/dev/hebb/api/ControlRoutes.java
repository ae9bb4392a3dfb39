package dev.hebb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.api.access.Caller;
import dev.hebb.api.answer.Area;
import dev.hebb.api.answer.Audit;
import dev.hebb.api.answer.Sent;
import dev.hebb.api.answer.UnknownAreaException;
import dev.hebb.api.answer.UnknownNetworkException;
import dev.hebb.api.request.CommandRequestReader;
import dev.hebb.control.CommandRequest;
import dev.hebb.control.NetworkTime;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Routes of commands to a network, their results, and the areas that they define. */
final class ControlRoutes {
    private static final int ACCEPTED = 202;
    private static final int MOST_EVENTS = 100_000;
    private static final int USUAL_EVENTS = 1_000;

    private final ApiParts parts;
    private final JsonBodies json;
    private final TopicReads reads;
    private final LocalRequests local;
    private final BodyReads bodies = new BodyReads();

    ControlRoutes(ApiParts parts, JsonBodies json, TopicReads reads) {
        this.parts = parts;
        this.local = new LocalRequests(parts.control().trusted());
        this.json = json;
        this.reads = reads;
    }

    List<Route> all() {
        return List.of(
                Route.open("/v1/networks/{network}/control", "what modulated the network, newest last", this::audit),
                Route.command("/v1/networks/{network}/control", "with POST: a command to the network", this::send),
                Route.open("/v1/networks/{network}/areas", "named sets of neurons", this::areas),
                Route.open(
                        "/v1/networks/{network}/areas/{area}/pathways",
                        "the strongest routes that leave an area",
                        this::pathways));
    }

    private void audit(Context context) throws IOException {
        Parameters with = new Parameters(context);
        String network = with.networkInPath();
        int limit = with.number("limit", USUAL_EVENTS, 1, MOST_EVENTS);
        Audit audit = reads.read(() -> parts.control().history().audit(network, limit));
        if (audit.events().isEmpty()) {
            parts.answers().requireKnown(network);
        }
        json.write(context, audit);
    }

    private void send(Context context) throws IOException {
        local.require(context);
        String network = new Parameters(context).networkInPath();
        JsonNode body = signed(json.body(bodies.read(context)), context);
        CommandRequest request = request(network, body, context.ip());
        requireArea(network, body);
        parts.control().sender().accept(request);
        context.status(ACCEPTED);
        json.write(context, Sent.of(request));
    }

    /** The audit has the name of who showed the token, whatever else the command says. */
    private static JsonNode signed(JsonNode body, Context context) {
        Optional<Caller> caller = RequestGuard.caller(context);
        if (caller.isPresent() && body instanceof ObjectNode fields) {
            String name = caller.get().name();
            String said = fields.path("by").isTextual() ? fields.path("by").asText() : "";
            fields.put("by", said.isBlank() || said.equals(name) ? name : name + ", for " + said);
        }
        return body;
    }

    private CommandRequest request(String network, JsonNode body, String ip) {
        Optional<NetworkTime> time = time(network);
        try {
            CommandRequest request =
                    CommandRequestReader.read(network, body, () -> nowMicros(network, time), "HTTP from " + ip);
            time.ifPresent(now -> now.requireOpen(request.fromMicros()));
            return request;
        } catch (IllegalArgumentException e) {
            throw Problem.command(String.valueOf(e.getMessage()), List.of());
        }
    }

    /** Returns a network's event time; empty if it has closed no window yet, and it may be commanded all the same. */
    private Optional<NetworkTime> time(String network) {
        try {
            return Optional.of(parts.answers().time(network));
        } catch (UnknownNetworkException e) {
            return Optional.empty();
        }
    }

    private static long nowMicros(String network, Optional<NetworkTime> time) {
        return time.orElseThrow(() -> Problem.command(
                        "network '" + network + "' has closed no window yet, so that its event time is unknown;"
                                + " give 'from', for instance 0",
                        List.of()))
                .nowMicros();
    }

    /** A misspelt area would be refused when the command takes effect, which may be days ahead. */
    private void requireArea(String network, JsonNode body) {
        String name = body.path("area").asText();
        if (name.isEmpty() || body.path("command").asText().equals("area")) {
            return;
        }
        List<Area> areas = reads.read(() -> parts.control().history().areas(network));
        if (areas.stream().noneMatch(area -> area.area().equals(name))) {
            UnknownAreaException unknown = new UnknownAreaException(network, name, areas);
            throw Problem.command(String.valueOf(unknown.getMessage()), unknown.known());
        }
    }

    private void areas(Context context) throws IOException {
        json.write(context, areasOf(new Parameters(context).networkInPath()));
    }

    private void pathways(Context context) throws IOException {
        Parameters with = new Parameters(context);
        String network = with.networkInPath();
        String name = context.pathParam("area");
        List<Area> areas = areasOf(network);
        Area from = areas.stream()
                .filter(area -> area.area().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownAreaException(network, name, areas));
        json.write(context, parts.answers().pathways(network, from.neurons(), with.pathways()));
    }

    private List<Area> areasOf(String network) {
        List<Area> areas = reads.read(() -> parts.control().history().areas(network));
        if (areas.isEmpty()) {
            parts.answers().requireKnown(network);
        }
        return areas;
    }
}
