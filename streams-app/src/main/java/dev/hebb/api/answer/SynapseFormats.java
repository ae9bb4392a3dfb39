package dev.hebb.api.answer;

import dev.hebb.api.view.SynapseView;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A network's synapses in formats that other tools read. */
public final class SynapseFormats {
    /** First line of the CSV format. */
    public static final String CSV_HEADER = "pre,post,state,weight,lag_us,z,formed_at,last_cofired_at,kind,fdr";

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final List<Key> KEYS = List.of(
            new Key("state", "string"),
            new Key("weight", "double"),
            new Key("lag_us", "int"),
            new Key("z", "double"),
            new Key("formed_at", "long"),
            new Key("last_cofired_at", "long"),
            new Key("kind", "string"),
            new Key("fdr", "double"));

    /** Pattern of the characters that XML 1.0 cannot hold, not even escaped. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\t\n\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private SynapseFormats() {}

    /**
     * A line of CSV under {@link #CSV_HEADER}, without its end; times are event time in microseconds. An unknown fdr is
     * empty.
     */
    public static String csv(SynapseView synapse) {
        return synapse.pre() + "," + synapse.post() + "," + synapse.state() + "," + synapse.weight() + ","
                + synapse.lagMicros() + "," + synapse.z() + "," + synapse.formedAtMicros() + ","
                + synapse.lastCoFiredAtMicros() + "," + synapse.kind() + ","
                + (synapse.fdr() == null ? "" : synapse.fdr());
    }

    /**
     * A directed graph in GraphML (as NetworkX, Gephi and igraph read it). Nodes are neurons that have a synapse.
     *
     * @throws XMLStreamException if writing fails
     */
    public static void graphMl(String network, List<SynapseView> synapses, Writer to) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(to);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        for (Key key : KEYS) {
            key.declare(xml);
        }
        xml.writeCharacters("\n");
        xml.writeStartElement("graph");
        xml.writeAttribute("id", NOT_XML.matcher(network).replaceAll("\uFFFD"));
        xml.writeAttribute("edgedefault", "directed");
        writeNodes(synapses, xml);
        for (SynapseView synapse : synapses) {
            writeEdge(synapse, xml);
        }
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private static void writeNodes(List<SynapseView> synapses, XMLStreamWriter xml) throws XMLStreamException {
        TreeSet<Integer> neurons = new TreeSet<>();
        synapses.forEach(synapse -> {
            neurons.add(synapse.pre());
            neurons.add(synapse.post());
        });
        for (int neuron : neurons) {
            xml.writeCharacters("\n  ");
            xml.writeEmptyElement("node");
            xml.writeAttribute("id", Integer.toString(neuron));
        }
    }

    private static void writeEdge(SynapseView synapse, XMLStreamWriter xml) throws XMLStreamException {
        List<@Nullable Object> values = Arrays.asList(
                synapse.state(),
                synapse.weight(),
                synapse.lagMicros(),
                synapse.z(),
                synapse.formedAtMicros(),
                synapse.lastCoFiredAtMicros(),
                synapse.kind(),
                synapse.fdr());
        xml.writeCharacters("\n  ");
        xml.writeStartElement("edge");
        xml.writeAttribute("source", Integer.toString(synapse.pre()));
        xml.writeAttribute("target", Integer.toString(synapse.post()));
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                xml.writeStartElement("data");
                xml.writeAttribute("key", KEYS.get(i).name);
                xml.writeCharacters(value.toString());
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private record Key(String name, String type) {
        void declare(XMLStreamWriter xml) throws XMLStreamException {
            xml.writeCharacters("\n");
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", name);
            xml.writeAttribute("for", "edge");
            xml.writeAttribute("attr.name", name);
            xml.writeAttribute("attr.type", type);
        }
    }
}
