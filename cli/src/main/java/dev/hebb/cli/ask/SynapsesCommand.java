package dev.hebb.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.api.answer.SynapseFormats;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.support.AppClient;
import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.Console;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.NetworkOption;
import dev.hebb.cli.support.NumberText;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.client.Connection;
import dev.hebb.schema.Dendrite;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb synapses}: lists the synapses of a network, as of its last closed window. */
@Command(
        name = "synapses",
        description = "Lists the synapses of a network, as of its last closed window, by pre and post.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A synapse is a statement about functional coupling: post fires lag after pre, z standard",
            "deviations more often than chance; less often, and z negative, if it is INHIBITORY. Times",
            "are event time; in CSV they, and the lag, are microseconds."
        })
public final class SynapsesCommand implements Runnable {
    private static final Columns COLUMNS = new Columns()
            .right("PRE", 8)
            .right("POST", 8)
            .left("STATE", 7)
            .left("KIND", 10)
            .right("WEIGHT", 6)
            .right("LAG", 8)
            .right("Z", 6)
            .left("FORMED", 16)
            .left("LAST CO-FIRED", 16);

    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(names = "--csv", description = SynapseFormats.CSV_HEADER)
    private boolean csv;

    @Option(
            names = "--from-topic",
            description = "Read the topic of dendrites instead of asking a running app: needs Kafka alone.")
    private boolean fromTopic;

    @Mixin
    private final ConnectionOptions cluster = new ConnectionOptions();

    @Mixin
    private final Console console = new Console();

    @Override
    public void run() {
        PrintWriter out = console.out();
        List<SynapseView> synapses = fromTopic ? read() : ask();
        if (csv) {
            out.print(SynapseFormats.CSV_HEADER + '\n');
            synapses.forEach(synapse -> out.print(SynapseFormats.csv(synapse) + '\n'));
        } else if (synapses.isEmpty()) {
            out.println("No synapse (yet): it takes repetition, often several minutes of event time.");
        } else {
            out.println(COLUMNS.header());
            synapses.forEach(synapse -> out.println(line(synapse)));
        }
        out.flush();
    }

    private List<SynapseView> read() {
        Connection connection = cluster.connection();
        DendritesTopic dendrites = new DendritesTopic(network.get());
        new CommittedTopic<Dendrite>(
                        connection, connection.topics().dendrites(), Dendrite.getClassSchema(), console.err())
                .readToEnd(dendrites);
        return dendrites.synapses();
    }

    private List<SynapseView> ask() {
        List<SynapseView> synapses = new ArrayList<>();
        JsonNode answer = cluster.app().json(AppClient.ofNetwork(network.get(), "/synapses"));
        answer.forEach(synapse -> synapses.add(new SynapseView(
                synapse.path("pre").asInt(),
                synapse.path("post").asInt(),
                synapse.path("state").asText(),
                synapse.path("weight").asDouble(),
                synapse.path("lagMicros").asInt(),
                synapse.path("z").asDouble(),
                synapse.path("formedAtMicros").asLong(),
                synapse.path("lastCoFiredAtMicros").asLong(),
                synapse.path("kind").asText(SynapseView.EXCITATORY))));
        return synapses;
    }

    private static String line(SynapseView synapse) {
        return COLUMNS.line(
                synapse.pre(),
                synapse.post(),
                synapse.state(),
                synapse.kind(),
                NumberText.fixed(synapse.weight(), 3),
                NumberText.millis(synapse.lagMicros()),
                NumberText.fixed(synapse.z(), 1),
                EventTime.of(synapse.formedAtMicros()),
                EventTime.of(synapse.lastCoFiredAtMicros()));
    }
}
