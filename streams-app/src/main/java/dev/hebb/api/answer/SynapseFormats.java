package dev.hebb.api.answer;

import dev.hebb.api.view.SynapseView;
import dev.hebb.neuron.KnownNeuron;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
            new Key("state", "string", "edge"),
            new Key("weight", "double", "edge"),
            new Key("lag_us", "int", "edge"),
            new Key("z", "double", "edge"),
            new Key("formed_at", "long", "edge"),
            new Key("last_cofired_at", "long", "edge"),
            new Key("kind", "string", "edge"),
            new Key("fdr", "double", "edge"));

    private static final List<Key> NODE_KEYS = List.of(
            new Key("name", "string", "node"),
            new Key("electrode", "string", "node"),
            new Key("x", "double", "node"),
            new Key("y", "double", "node"),
            new Key("z", "double", "node"));

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
     * The connectome as CSV: {@link #CSV_HEADER}, then names of both neurons and their positions in micrometres, which
     * are empty where they are not known.
     *
     * @throws IOException if writing fails
     */
    public static void csv(Connectome connectome, Writer to) throws IOException {
        Map<Integer, KnownNeuron> neurons = connectome.byNumber();
        to.write(CSV_HEADER + Connectome.ENDS_HEADER + '\n');
        for (SynapseView synapse : connectome.synapses()) {
            to.write(csv(synapse) + Connectome.ends(neurons.get(synapse.pre()), neurons.get(synapse.post())) + '\n');
        }
    }

    /**
     * A directed graph in GraphML (as NetworkX, Gephi and igraph read it). Nodes are neurons that have a synapse, with
     * name, electrode and position in micrometres where they are known.
     *
     * @throws XMLStreamException if writing fails
     */
    public static void graphMl(Connectome connectome, Writer to) throws XMLStreamException {
        List<SynapseView> synapses = connectome.synapses();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(to);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        for (Key key : KEYS) {
            key.declare(xml);
        }
        for (Key key : NODE_KEYS) {
            key.declare(xml);
        }
        xml.writeCharacters("\n");
        xml.writeStartElement("graph");
        xml.writeAttribute("id", xmlText(connectome.network()));
        xml.writeAttribute("edgedefault", "directed");
        writeNodes(synapses, connectome.byNumber(), xml);
        for (SynapseView synapse : synapses) {
            writeEdge(synapse, xml);
        }
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private static String xmlText(String text) {
        return NOT_XML.matcher(text).replaceAll("\uFFFD");
    }

    private static void writeNodes(List<SynapseView> synapses, Map<Integer, KnownNeuron> named, XMLStreamWriter xml)
            throws XMLStreamException {
        TreeSet<Integer> neurons = new TreeSet<>();
        synapses.forEach(synapse -> {
            neurons.add(synapse.pre());
            neurons.add(synapse.post());
        });
        for (int neuron : neurons) {
            xml.writeCharacters("\n  ");
            KnownNeuron known = named.get(neuron);
            if (known == null) {
                xml.writeEmptyElement("node");
                xml.writeAttribute("id", Integer.toString(neuron));
            } else {
                xml.writeStartElement("node");
                xml.writeAttribute("id", Integer.toString(neuron));
                writeData(
                        NODE_KEYS,
                        Arrays.asList(known.name(), known.electrode(), known.x(), known.y(), known.z()),
                        xml);
                xml.writeEndElement();
            }
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
        writeData(KEYS, values, xml);
        xml.writeEndElement();
    }

    private static void writeData(List<Key> keys, List<@Nullable Object> values, XMLStreamWriter xml)
            throws XMLStreamException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                xml.writeStartElement("data");
                xml.writeAttribute("key", keys.get(i).id());
                xml.writeCharacters(xmlText(value.toString()));
                xml.writeEndElement();
            }
        }
    }

    private record Key(String name, String type, String of) {
        /** Unique in the document: both nodes and edges have a {@code z}. */
        String id() {
            return of.equals("node") ? "node_" + name : name;
        }

        void declare(XMLStreamWriter xml) throws XMLStreamException {
            xml.writeCharacters("\n");
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", id());
            xml.writeAttribute("for", of);
            xml.writeAttribute("attr.name", name);
            xml.writeAttribute("attr.type", type);
        }
    }
}
