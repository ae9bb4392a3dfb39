package dev.hebb.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.api.view.SynapseView;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SynapseFormatsTest {
    private static final SynapseView SYNAPSE =
            new SynapseView(3, 12, "ACTIVE", 0.125, 2000, -7.5, 300_000_000L, 310_000_000L, "INHIBITORY", null);

    @Test
    void writesALineOfCsv() {
        assertThat(SynapseFormats.CSV_HEADER)
                .isEqualTo("pre,post,state,weight,lag_us,z,formed_at,last_cofired_at,kind,fdr");
        assertThat(SynapseFormats.csv(SYNAPSE))
                .isEqualTo("3,12,ACTIVE,0.125,2000,-7.5,300000000,310000000,INHIBITORY,");
    }

    @Test
    void writesGraphMlThatAnXmlParserReads() throws Exception {
        // Given
        StringWriter out = new StringWriter();

        // When
        SynapseFormats.graphMl("dish <1> \u0001 \"ä\"", List.of(SYNAPSE), out);

        // Then
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));
        Element graph = (Element) document.getElementsByTagName("graph").item(0);
        assertThat(graph.getAttribute("id")).isEqualTo("dish <1> \uFFFD \"ä\"");
        assertThat(document.getElementsByTagName("node").getLength()).isEqualTo(2);
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
