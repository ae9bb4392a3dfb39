package dev.hebb.cli.export;

import dev.hebb.api.answer.Connectome;
import dev.hebb.api.answer.SynapseFormats;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.Printable;
import dev.hebb.neuron.KnownNeuron;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A format of a connectome; the names are those of the option in lower case. */
enum ExportFormat {
    /** A directed graph, for NetworkX, Gephi and igraph. */
    GRAPHML {
        @Override
        void write(Connectome connectome, Writer to) throws IOException {
            try {
                SynapseFormats.graphMl(connectome, to);
            } catch (XMLStreamException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    },
    /** One line for each synapse, with all fields. */
    CSV {
        @Override
        void write(Connectome connectome, Writer to) throws IOException {
            SynapseFormats.csv(connectome, to);
        }
    },
    /**
     * Pre, post and weight, for NetworkX's {@code read_weighted_edgelist}, which passes over the comments with names
     * and positions before them.
     */
    EDGELIST {
        @Override
        void write(Connectome connectome, Writer to) throws IOException {
            for (KnownNeuron neuron : connectome.neurons()) {
                to.write(Printable.line("# neuron " + neuron.neuron() + " x=" + known(neuron.x()) + " y="
                                + known(neuron.y()) + " z=" + known(neuron.z()) + " electrode="
                                + known(neuron.electrode()) + " name=" + known(neuron.name()))
                        + '\n');
            }
            for (SynapseView synapse : connectome.synapses()) {
                to.write(synapse.pre() + " " + synapse.post() + " " + synapse.weight() + '\n');
            }
        }
    },
    /** A format that is not written; the refusal says how to convert to it. */
    PARQUET {
        @Override
        void write(Connectome connectome, Writer to) {
            throw new CliException("hebb does not write Parquet: export csv, and convert it in Python with"
                    + " pandas.read_csv('FILE.csv').to_parquet('FILE.parquet')");
        }
    },
    /** A format that is not written; the refusal says how to convert to it. */
    NWB {
        @Override
        void write(Connectome connectome, Writer to) {
            throw new CliException("hebb does not write NWB: export csv, and add it to the file of the recording in"
                    + " Python with pynwb: file.add_scratch(pandas.read_csv('FILE.csv'), name='connectome',"
                    + " description='synapses')");
        }
    };

    /**
     * Writes the synapses of a network, with names and positions of its neurons.
     *
     * @throws IOException if writing fails
     * @throws CliException if this format cannot be written
     */
    abstract void write(Connectome connectome, Writer to) throws IOException;

    private static String known(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The name in lower case, as users type it and shells complete it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
