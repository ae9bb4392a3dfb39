package dev.hebb.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.api.view.SynapseView;
import dev.hebb.api.view.SynapseViewBuilder;
import dev.hebb.neuron.KnownNeuron;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SynapseFormatsTest {
    private static final SynapseView SYNAPSE = new SynapseViewBuilder(3, 12)
            .weight(0.125)
            .lagMicros(2_000)
            .z(-7.5)
            .times(300_000_000, 310_000_000)
            .kind(SynapseView.INHIBITORY)
            .build();

    @Test
    void writesALineOfCsv() {
        assertThat(SynapseFormats.CSV_HEADER)
                .isEqualTo("pre,post,state,weight,lag_us,z,formed_at,last_cofired_at,kind,fdr");
        assertThat(SynapseFormats.csv(SYNAPSE))
                .isEqualTo("3,12,ACTIVE,0.125,2000,-7.5,300000000,310000000,INHIBITORY,");
    }

    @Test
    void addsNamesAndPositionsOfBothEnds() throws Exception {
        // Given
        StringWriter out = new StringWriter();
        KnownNeuron pre = KnownNeuron.numbered(3, "unit \"a\", left").at(10.5, -20, Double.NaN);
        KnownNeuron post = KnownNeuron.of(12).named("b").on("4").at(Double.NaN, Double.NaN, 7);

        // When
        SynapseFormats.csv(new Connectome("dish", List.of(SYNAPSE), List.of(pre, post)), out);

        // Then
        assertThat(out.toString().lines())
                .containsExactly(
                        SynapseFormats.CSV_HEADER + ",pre_name,post_name,pre_x,pre_y,pre_z,post_x,post_y,post_z",
                        SynapseFormats.csv(SYNAPSE) + ",\"unit \"\"a\"\", left\",b,10.5,-20.0,,,,7.0");
    }

    @Test
    void writesGraphMlThatAnXmlParserReads() throws Exception {
        // Given
        StringWriter out = new StringWriter();

        // When
        SynapseFormats.graphMl(
                new Connectome(
                        "dish <1> \u0001 \"ä\"",
                        List.of(SYNAPSE),
                        List.of(KnownNeuron.of(3).named("a & \u0002").on("12").at(10.5, -20, Double.NaN))),
                out);

        // Then
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));
        Element graph = (Element) document.getElementsByTagName("graph").item(0);
        assertThat(graph.getAttribute("id")).isEqualTo("dish <1> \uFFFD \"ä\"");
        assertThat(document.getElementsByTagName("node").getLength()).isEqualTo(2);
        Element named = (Element) document.getElementsByTagName("node").item(0);
        assertThat(named.getTextContent().strip()).isEqualTo("a & \uFFFD1210.5-20.0");
        Element y = (Element) named.getElementsByTagName("data").item(3);
        assertThat(y.getAttribute("key")).isEqualTo("node_y");
        NodeList keys = document.getElementsByTagName("key");
        assertThat(IntStream.range(0, keys.getLength()).mapToObj(k -> ((Element) keys.item(k)).getAttribute("id")))
                .hasSize(13)
                .doesNotHaveDuplicates();
        Element edge = (Element) document.getElementsByTagName("edge").item(0);
        assertThat(edge.getAttribute("source")).isEqualTo("3");
        assertThat(edge.getAttribute("target")).isEqualTo("12");
        Element weight = (Element) edge.getElementsByTagName("data").item(1);
        assertThat(weight.getAttribute("key")).isEqualTo("weight");
        assertThat(weight.getTextContent()).isEqualTo("0.125");
        Element kind = (Element) edge.getElementsByTagName("data").item(6);
        assertThat(kind.getAttribute("key")).isEqualTo("kind");
        assertThat(kind.getTextContent()).isEqualTo("INHIBITORY");
    }
}
