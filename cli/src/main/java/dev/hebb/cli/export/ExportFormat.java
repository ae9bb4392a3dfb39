package dev.hebb.cli.export;

import dev.hebb.api.answer.SynapseFormats;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.support.Printable;
import dev.hebb.neuron.KnownNeuron;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A format of a connectome; the names are those of the option in lower case. */
enum ExportFormat {
    /** A directed graph, for NetworkX, Gephi and igraph. */
    GRAPHML(true) {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            Writer to = text(out);
            try {
                SynapseFormats.graphMl(export.connectome(), to);
            } catch (XMLStreamException e) {
                throw new IOException(e.getMessage(), e);
            }
            to.flush();
        }
    },
    /** One line for each synapse, with all fields. */
    CSV(true) {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            Writer to = text(out);
            SynapseFormats.csv(export.connectome(), to);
            to.flush();
        }
    },
    /**
     * Pre, post and weight, for NetworkX's {@code read_weighted_edgelist}, which passes over the comments with names
     * and positions before them.
     */
    EDGELIST(true) {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            Writer to = text(out);
            for (KnownNeuron neuron : export.connectome().neurons()) {
                to.write(Printable.line("# neuron " + neuron.neuron() + " x=" + known(neuron.x()) + " y="
                                + known(neuron.y()) + " z=" + known(neuron.z()) + " electrode="
                                + known(neuron.electrode()) + " name=" + known(neuron.name()))
                        + '\n');
            }
            for (SynapseView synapse : export.connectome().synapses()) {
                to.write(synapse.pre() + " " + synapse.post() + " " + synapse.weight() + '\n');
            }
            to.flush();
        }
    },
    /** A row for each synapse, with the columns of the CSV format. */
    PARQUET(false) {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            out.write(ParquetConnectome.of(export));
        }
    },
    /** Neurons as units, and a table of synapses with the columns of the CSV format. */
    NWB(false) {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            out.write(NwbConnectome.of(export, Instant.now()));
        }
    };

    private final boolean isText;

    ExportFormat(boolean isText) {
        this.isText = isText;
    }

    /** Returns whether it is text, in UTF-8. */
    boolean isText() {
        return isText;
    }

    /**
     * Writes the synapses of a network, with names and positions of its neurons.
     *
     * @throws IOException if writing fails
     */
    abstract void write(Export export, OutputStream out) throws IOException;

    private static Writer text(OutputStream out) {
        return new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    private static String known(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The name in lower case, as users type it and shells complete it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
