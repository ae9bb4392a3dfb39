package dev.hebb.cli.export;

import dev.hebb.api.answer.Connectome;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.Console;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.NetworkOption;
import dev.hebb.cli.support.OutputFile;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.cli.topic.KnownNetworks;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicReadException;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.neuron.NeuronTopic;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hebb export}: writes the connectome of a network, as of its last closed window or of an earlier time. */
@Command(
        name = "export",
        description =
                "Writes the connectome of a network, as of its last closed window or of --at, for other programs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "graphml and csv have all fields, dormant synapses too, and names and positions (µm) of neurons.",
            "edgelist has a line 'pre post weight' for each, and names as comments. Times and lags are microseconds of event time. parquet and nwb are refused, with",
            "a line of Python that converts the csv.",
            "",
            "With --at, which synapses there were, and in which state, is exact. Weight and evidence are those",
            "of the last event of each synapse until then: formed, dormant, or active again."
        })
public final class ExportCommand implements Runnable {
    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "graphml, csv, edgelist, parquet or nwb.")
    private ExportFormat format = ExportFormat.CSV;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "The connectome as it was at this event time: µs, a time since the network's clock began as in"
                            + " 90s or 7d, or a date as in 2026-01-31T04:12:10Z. Needs Kafka alone.")
    private @Nullable String at;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write. Default: standard output.")
    private @Nullable Path file;

    @Mixin
    private final ConnectionOptions cluster = new ConnectionOptions();

    @Mixin
    private final Console console = new Console();

    @Override
    public void run() {
        StringWriter text = new StringWriter();
        try {
            format.write(connectome(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no such errors
        }
        Path named = file;
        if (named == null) {
            print(text);
        } else {
            OutputFile.write("--out", named, path -> Files.writeString(path, text.toString()));
        }
    }

    private Connectome connectome() {
        String time = at;
        if (time == null) {
            return new Connectome(
                    network.get(),
                    cluster.app().synapses(network.get()),
                    cluster.app().neurons(network.get()));
        }
        Connection connection = cluster.connection();
        return new Connectome(network.get(), synapsesAt(connection, micros(time)), neurons(connection));
    }

    private List<KnownNeuron> neurons(Connection connection) {
        try {
            return List.copyOf(new NeuronTopic(connection, connection.registry())
                    .of(network.get())
                    .values());
        } catch (TopicReadException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }

    private static long micros(String time) {
        try {
            return EventTime.parse(time);
        } catch (IllegalArgumentException e) {
            throw new CliException("--at: " + e.getMessage(), e);
        }
    }

    private List<SynapseView> synapsesAt(Connection connection, long micros) {
        KnownNetworks.require(connection, network.get());
        ConnectomeAt connectome = new ConnectomeAt(network.get(), micros);
        this.<SynapseEvent>read(
                connection, connection.topics().synapseEvents(), SynapseEvent.getClassSchema(), connectome::accept);
        this.<PruningEvent>read(
                connection, connection.topics().pruningEvents(), PruningEvent.getClassSchema(), connectome::accept);
        return connectome.synapses();
    }

    private <T> void read(Connection connection, String topic, Schema schema, Consumer<T> each) {
        new CommittedTopic<T>(connection, topic, schema, console.err()).readToEnd((key, event) -> {
            if (event != null) {
                each.accept(event);
            }
        });
    }

    private void print(StringWriter text) {
        PrintWriter out = console.out();
        out.print(text);
        if (out.checkError()) {
            throw new CliException("standard output cannot be written: is the disk full? Name a file with --out");
        }
    }
}
