package dev.hebb.cli.export;

import dev.hebb.api.answer.SynapseFormats;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.support.CliException;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** A format of a connectome; the names are those of the option in lower case. */
enum ExportFormat {
    /** A directed graph, for NetworkX, Gephi and igraph. */
    GRAPHML {
        @Override
        void write(String network, List<SynapseView> synapses, Writer to) throws IOException {
            try {
                SynapseFormats.graphMl(network, synapses, to);
            } catch (XMLStreamException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    },
    /** One line for each synapse, with all fields. */
    CSV {
        @Override
        void write(String network, List<SynapseView> synapses, Writer to) throws IOException {
            to.write(SynapseFormats.CSV_HEADER + '\n');
            for (SynapseView synapse : synapses) {
                to.write(SynapseFormats.csv(synapse) + '\n');
            }
        }
    },
    /** Pre, post and weight, for NetworkX's {@code read_weighted_edgelist}. */
    EDGELIST {
        @Override
        void write(String network, List<SynapseView> synapses, Writer to) throws IOException {
            for (SynapseView synapse : synapses) {
                to.write(synapse.pre() + " " + synapse.post() + " " + synapse.weight() + '\n');
            }
        }
    },
    /** A format that is not written; the refusal says how to convert to it. */
    PARQUET {
        @Override
        void write(String network, List<SynapseView> synapses, Writer to) {
            throw new CliException("hebb does not write Parquet: export csv, and convert it in Python with"
                    + " pandas.read_csv('FILE.csv').to_parquet('FILE.parquet')");
        }
    },
    /** A format that is not written; the refusal says how to convert to it. */
    NWB {
        @Override
        void write(String network, List<SynapseView> synapses, Writer to) {
            throw new CliException("hebb does not write NWB: export csv, and add it to the file of the recording in"
                    + " Python with pynwb: file.add_scratch(pandas.read_csv('FILE.csv'), name='connectome',"
                    + " description='synapses')");
        }
    };

    /**
     * Writes the synapses of a network.
     *
     * @throws IOException if writing fails
     * @throws CliException if this format cannot be written
     */
    abstract void write(String network, List<SynapseView> synapses, Writer to) throws IOException;

    /** The name in lower case, as users type it and shells complete it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
