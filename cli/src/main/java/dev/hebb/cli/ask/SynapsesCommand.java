package dev.hebb.cli.ask;

import dev.hebb.api.answer.Connectome;
import dev.hebb.api.answer.SynapseFormats;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.ask.DendritesTopic.Published;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ClusterCommand;
import dev.hebb.cli.support.Columns;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.NetworkOption;
import dev.hebb.cli.support.NumberText;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.cli.topic.ReportedNetworks;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicReadException;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.neuron.NeuronTopic;
import dev.hebb.schema.Dendrite;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb synapses}: lists the synapses of a network, as of its last closed window. */
@Command(
        name = "synapses",
        description = "List the synapses of a network, as of its last closed window, by pre and post.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A synapse is a statement about functional coupling: one LAG after a spike of pre, post fires",
            "more often than chance predicts, or less often if the synapse is INHIBITORY. Z is the",
            "difference in standard deviations, negative if INHIBITORY. FDR is the share of synapses with",
            "such evidence that are false, measured on networks of known wiring. Times are event time. In",
            "CSV, times and lags are microseconds.",
            "",
            "With --from-topic, each dendrite is shown as it was last published, which may be some windows",
            "ago. AS OF (as_of in CSV) is the end of that window."
        })
public final class SynapsesCommand extends ClusterCommand implements Runnable {
    private static final String NONE = "No synapse (yet): it takes repetition, often several minutes of event time.";
    private static final String NAMES = "pre_name,post_name,pre_x,pre_y,pre_z,post_x,post_y,post_z";
    private static final Columns COLUMNS = columns();
    private static final Columns PUBLISHED_COLUMNS = columns().left("AS OF", 16);

    private static Columns columns() {
        return new Columns()
                .right("PRE", 8)
                .right("POST", 8)
                .left("STATE", 7)
                .left("KIND", 10)
                .right("WEIGHT", 6)
                .right("LAG", 8)
                .right("Z", 6)
                .right("FDR", 6)
                .left("FORMED", 16)
                .left("LAST CO-FIRED", 16);
    }

    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(
            names = "--csv",
            description = SynapseFormats.CSV_HEADER + ", with --from-topic as_of, then " + NAMES
                    + ", which are empty where they are not known.")
    private boolean csv;

    @Option(
            names = "--from-topic",
            description = "Read the topic dendrites instead of asking the app, which need not run.")
    private boolean fromTopic;

    @Override
    public void run() {
        if (fromTopic) {
            printPublished(read());
        } else {
            printCurrent(cluster().app().synapses(network.get()));
        }
        console().out().flush();
    }

    private void printCurrent(List<SynapseView> synapses) {
        PrintWriter out = console().out();
        if (csv) {
            Map<Integer, KnownNeuron> neurons = byNumber(cluster().app().neurons(network.get()));
            out.print(SynapseFormats.CSV_HEADER + Connectome.ENDS_HEADER + '\n');
            synapses.forEach(synapse -> out.print(SynapseFormats.csv(synapse) + ends(synapse, neurons) + '\n'));
        } else if (synapses.isEmpty()) {
            out.println(NONE);
        } else {
            out.println(COLUMNS.header());
            synapses.forEach(synapse -> out.println(COLUMNS.line(values(synapse).toArray())));
        }
    }

    private void printPublished(List<Published> synapses) {
        PrintWriter out = console().out();
        if (csv) {
            Map<Integer, KnownNeuron> neurons = byNumber(known());
            out.print(SynapseFormats.CSV_HEADER + ",as_of" + Connectome.ENDS_HEADER + '\n');
            synapses.forEach(published -> out.print(SynapseFormats.csv(published.synapse()) + ","
                    + published.asOfMicros() + ends(published.synapse(), neurons) + '\n'));
        } else if (synapses.isEmpty()) {
            out.println(NONE);
        } else {
            out.println(PUBLISHED_COLUMNS.header());
            synapses.forEach(published -> {
                List<Object> values = values(published.synapse());
                values.add(EventTime.of(published.asOfMicros()));
                out.println(PUBLISHED_COLUMNS.line(values.toArray()));
            });
        }
    }

    private static String ends(SynapseView synapse, Map<Integer, KnownNeuron> neurons) {
        return Connectome.ends(neurons.get(synapse.pre()), neurons.get(synapse.post()));
    }

    private static Map<Integer, KnownNeuron> byNumber(List<KnownNeuron> neurons) {
        return new Connectome("", List.of(), neurons).byNumber();
    }

    /** Names and positions of the network's neurons, from their topic. */
    private List<KnownNeuron> known() {
        Connection connection = cluster().connection();
        try {
            return List.copyOf(new NeuronTopic(connection, connection.registry())
                    .of(network.get())
                    .values());
        } catch (TopicReadException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<Published> read() {
        Connection connection = cluster().connection();
        DendritesTopic dendrites = new DendritesTopic(network.get());
        new CommittedTopic<Dendrite>(
                        connection,
                        connection.topics().dendrites(),
                        Dendrite.getClassSchema(),
                        console().err())
                .readToEnd(dendrites);
        List<Published> synapses = dendrites.synapses();
        if (synapses.isEmpty()) {
            ReportedNetworks.require(connection, network.get());
        }
        return synapses;
    }

    private static List<Object> values(SynapseView synapse) {
        return new ArrayList<>(List.of(
                synapse.pre(),
                synapse.post(),
                synapse.state(),
                synapse.kind(),
                NumberText.fixed(synapse.weight(), 3),
                NumberText.millis(synapse.lagMicros()),
                NumberText.fixed(synapse.z(), 1),
                synapse.fdr() == null ? "" : NumberText.fixed(synapse.fdr(), 3),
                EventTime.of(synapse.formedAtMicros()),
                EventTime.of(synapse.lastCoFiredAtMicros())));
    }
}
