package dev.hebb.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.api.answer.Connectome;
import dev.hebb.api.view.SynapseView;
import dev.hebb.api.view.SynapseViewBuilder;
import dev.hebb.neuron.KnownNeuron;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportFormatTest {
    private static final List<SynapseView> SYNAPSES = List.of(
            new SynapseViewBuilder(0, 1)
                    .weight(0.5)
                    .lagMicros(3_000)
                    .z(12.5)
                    .times(10_000_000, 20_000_000)
                    .fdr(0.02)
                    .build(),
            new SynapseViewBuilder(7, 2)
                    .state(SynapseView.DORMANT)
                    .weight(0.125)
                    .lagMicros(0)
                    .z(-8)
                    .times(30_000_000, 30_000_000)
                    .kind(SynapseView.INHIBITORY)
                    .build());

    @Test
    void anEdgeListHasPrePostAndWeight() throws IOException {
        assertThat(written(ExportFormat.EDGELIST))
                .isEqualTo("# neuron 7 x=10.5 y=-20.0 z= electrode=12 name=left \"unit\"\n0 1 0.5\n7 2 0.125\n");
    }

    @Test
    void csvHasEveryFieldAndTheSign() throws IOException {
        assertThat(written(ExportFormat.CSV).lines())
                .containsExactly(
                        "pre,post,state,weight,lag_us,z,formed_at,last_cofired_at,kind,fdr,pre_name,post_name,"
                                + "pre_x,pre_y,pre_z,post_x,post_y,post_z",
                        "0,1,ACTIVE,0.5,3000,12.5,10000000,20000000,EXCITATORY,0.02,,,,,,,,",
                        "7,2,DORMANT,0.125,0,-8.0,30000000,30000000,INHIBITORY,,\"left \"\"unit\"\"\",,10.5,-20.0,,,,");
    }

    @Test
    void graphMlHasEveryEdge() throws IOException {
        assertThat(written(ExportFormat.GRAPHML))
                .contains(
                        "<edge source=\"0\" target=\"1\">",
                        "<edge source=\"7\" target=\"2\">",
                        "INHIBITORY",
                        "<data key=\"fdr\">0.02</data>");
    }

    private static String written(ExportFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Connectome connectome = new Connectome(
                "dish",
                SYNAPSES,
                List.of(KnownNeuron.numbered(7, "left \"unit\"").on("12").at(10.5, -20, Double.NaN)));
        format.write(new Export(connectome, null), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
