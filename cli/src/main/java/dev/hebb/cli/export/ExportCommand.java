package dev.hebb.cli.export;

import dev.hebb.api.answer.Connectome;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ClusterCommand;
import dev.hebb.cli.support.EventTime;
import dev.hebb.cli.support.NetworkOption;
import dev.hebb.cli.support.OutputFile;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.cli.topic.ReportedNetworks;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicReadException;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.neuron.NeuronTopic;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        description = "Write the connectome of a network, as of its last closed window or of --at, for other programs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "graphml, csv, parquet and nwb have all fields, dormant synapses too, and names and positions (µm)",
            "of neurons. edgelist has a line 'pre post weight' for each, and names as comments. Times and lags",
            "are microseconds of event time. An NWB file has the neurons in /units, without spike times, and",
            "the synapses in /processing/connectome/synapses.",
            "",
            "With --at, the set of synapses and their states are exact. Weight and evidence are those of the",
            "last event of each synapse until then: formed, dormant, or active again."
        })
public final class ExportCommand extends ClusterCommand implements Runnable {
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
                            + " 90s or 7d, or a date as in 2026-01-31T04:12:10Z. The app need not run.")
    private @Nullable String at;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write. Default: standard output.")
    private @Nullable Path file;

    @Override
    public void run() {
        Path named = file;
        if (named == null && !format.isText() && System.console() != null) {
            throw new CliException(format + " is not text, and is not printed on a terminal; name a file with --out");
        }
        if (named != null) {
            OutputFile.require("--out", named);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            format.write(export(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no such errors
        }
        if (named == null) {
            print(content);
        } else {
            OutputFile.replace("--out", named, content.toByteArray());
        }
    }

    private Export export() {
        String time = at;
        if (time == null) {
            Connectome connectome = new Connectome(
                    network.get(),
                    cluster().app().synapses(network.get()),
                    cluster().app().neurons(network.get()));
            return new Export(connectome, null);
        }
        long micros = micros(time);
        Connection connection = cluster().connection();
        Connectome connectome = new Connectome(network.get(), synapsesAt(connection, micros), neurons(connection));
        return new Export(connectome, micros);
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
        ReportedNetworks.require(connection, network.get());
        ConnectomeAt connectome = new ConnectomeAt(network.get(), micros);
        this.<SynapseEvent>read(
                connection, connection.topics().synapseEvents(), SynapseEvent.getClassSchema(), connectome::accept);
        this.<PruningEvent>read(
                connection, connection.topics().pruningEvents(), PruningEvent.getClassSchema(), connectome::accept);
        return connectome.synapses();
    }

    private <T> void read(Connection connection, String topic, Schema schema, Consumer<T> each) {
        new CommittedTopic<T>(connection, topic, schema, console().err()).readToEnd((key, event) -> {
            if (event != null) {
                each.accept(event);
            }
        });
    }

    private void print(ByteArrayOutputStream content) {
        boolean failed;
        if (format.isText()) {
            PrintWriter out = console().out();
            out.print(content.toString(StandardCharsets.UTF_8));
            failed = out.checkError();
        } else {
            System.out.writeBytes(content.toByteArray());
            failed = System.out.checkError();
        }
        if (failed) {
            throw new CliException("standard output cannot be written: is the disk full? Name a file with --out");
        }
    }
}
