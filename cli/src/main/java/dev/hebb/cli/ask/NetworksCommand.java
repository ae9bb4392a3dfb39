package dev.hebb.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.cli.support.ClusterCommand;
import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.NumberText;
import dev.hebb.client.Durations;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hebb networks}: lists the networks and how far they are. */
@Command(
        name = "networks",
        description = "List the networks with their time, size and synapses. OBSERVED is the time without gaps.",
        mixinStandardHelpOptions = true)
public final class NetworksCommand extends ClusterCommand implements Runnable {
    private static final Columns COLUMNS = new Columns()
            .left("NETWORK", 20)
            .left("STAGE", 10)
            .right("WINDOWS", 7)
            .left("CLOSED UNTIL", 16)
            .right("OBSERVED", 9)
            .right("NEURONS", 7)
            .right("ACTIVE", 7)
            .right("DORMANT", 7)
            .right("WEIGHT", 6);

    @Option(names = "--json", description = "Print the answer of the app, a JSON array.")
    private boolean json;

    @Override
    public void run() {
        PrintWriter out = console().out();
        JsonNode networks = cluster().app().json("/v1/networks");
        if (json) {
            out.println(networks.toPrettyString());
        } else if (networks.isEmpty()) {
            out.println("No network yet: none has sent a spike. Try 'hebb simulate' or 'hebb replay'.");
        } else {
            out.println(COLUMNS.header());
            networks.forEach(network -> out.println(line(network)));
        }
        out.flush();
    }

    private static String line(JsonNode network) {
        JsonNode synapses = network.path("synapses");
        return COLUMNS.line(
                network.path("network").asText(),
                network.path("stage").asText(),
                network.path("windowsClosed").asLong(),
                EventTime.of(network.path("closedUntilMicros").asLong()),
                Durations.compact(network.path("observedMicros").asLong()),
                network.path("neurons").asInt(),
                synapses.path("active").asInt(),
                synapses.path("dormant").asInt(),
                NumberText.fixed(network.path("meanActiveWeight").asDouble(), 3));
    }
}
