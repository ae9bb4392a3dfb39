package dev.hebb.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.cli.support.AppClient;
import dev.hebb.cli.support.ClusterCommand;
import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.NetworkOption;
import dev.hebb.cli.support.NumberText;
import dev.hebb.client.Durations;
import java.io.PrintWriter;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb pathways}: lists the strongest routes from a neuron or an area. */
@Command(
        name = "pathways",
        description = "List the strongest routes from a neuron or an area, one to each neuron that is reached.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Routes consist of active excitatory synapses. STRENGTH is the product of their weights, LAG",
            "the sum of their lags. A route is practised if each of its synapses co-fired within --recent before",
            "the end of the last closed window. FORMED is when its oldest synapse formed, WHOLE when its",
            "youngest did, LAST USED the last use of the synapse that has not been used for longest. Areas",
            "are defined with 'hebb control area'; a route from an area ends outside of it."
        })
public final class PathwaysCommand extends ClusterCommand implements Runnable {
    private static final String CSV_HEADER =
            "route,synapses,strength,lag_us,practised,formed_at,whole_since,last_cofired_at";
    private static final Columns COLUMNS = new Columns()
            .right("STRENGTH", 8)
            .right("LAG", 9)
            .right("SYNAPSES", 8)
            .left("PRACTISED", 9)
            .left("FORMED", 16)
            .left("WHOLE", 16)
            .left("LAST USED", 16)
            .left("ROUTE", 20);

    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(names = "--source", paramLabel = "NEURON|AREA", required = true, description = "Where the routes begin.")
    private String from = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Largest number of routes. Default: 20.")
    private int limit;

    @Option(names = "--practised", description = "Only routes over synapses that are in recent use.")
    private boolean practised;

    @Option(
            names = "--recent",
            paramLabel = "TIME",
            defaultValue = "10m",
            description = "What is recent, in event time. Default: ${DEFAULT-VALUE}.")
    private String recent = "10m";

    @ArgGroup
    private @Nullable Format format;

    /** Formats for programs. */
    private static final class Format {
        @Option(names = "--csv", description = CSV_HEADER + "; times and lag in microseconds.")
        private boolean csv;

        @Option(names = "--json", description = "Print the answer of the app, a JSON array.")
        private boolean json;
    }

    @Override
    public void run() {
        String path = path();
        JsonNode routes = cluster().app().json(path);
        PrintWriter out = console().out();
        if (format != null && format.json) {
            out.println(routes.toPrettyString());
        } else if (format != null && format.csv) {
            out.print(CSV_HEADER + '\n');
            routes.forEach(route -> out.print(csv(route) + '\n'));
        } else if (routes.isEmpty()) {
            out.println("No active synapse leads away from " + from + (practised ? " and is in recent use." : "."));
        } else {
            out.println(COLUMNS.header());
            routes.forEach(route -> out.println(line(route)));
        }
        out.flush();
    }

    private String path() {
        boolean neuron = from.matches("\\d+");
        String start = (neuron ? "/neurons/" : "/areas/") + AppClient.encoded(from);
        return AppClient.ofNetwork(
                network.get(),
                start + "/pathways?limit=" + limit + "&practised=" + practised + "&recent="
                        + Durations.parseMicros(recent));
    }

    private static String line(JsonNode route) {
        return COLUMNS.line(
                NumberText.fixed(route.path("strength").asDouble(), 4),
                NumberText.millis(route.path("lagMicros").asLong()),
                route.path("synapses").asInt(),
                route.path("practised").asBoolean() ? "yes" : "no",
                EventTime.of(route.path("formedAtMicros").asLong()),
                EventTime.of(route.path("wholeSinceMicros").asLong()),
                EventTime.of(route.path("lastCoFiredAtMicros").asLong()),
                neurons(route, " -> "));
    }

    private static String csv(JsonNode route) {
        return neurons(route, " ") + "," + route.path("synapses").asInt() + ","
                + route.path("strength").asDouble() + ","
                + route.path("lagMicros").asLong() + ","
                + route.path("practised").asBoolean() + ","
                + route.path("formedAtMicros").asLong() + ","
                + route.path("wholeSinceMicros").asLong() + ","
                + route.path("lastCoFiredAtMicros").asLong();
    }

    private static String neurons(JsonNode route, String between) {
        StringJoiner neurons = new StringJoiner(between);
        route.path("neurons").forEach(neuron -> neurons.add(neuron.asText()));
        return neurons.toString();
    }
}
