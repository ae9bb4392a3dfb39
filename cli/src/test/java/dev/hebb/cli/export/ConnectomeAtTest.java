package dev.hebb.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.api.view.SynapseView;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.schema.SynapseEventKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectomeAtTest {
    private static final List<SpecificRecord> EVENTS = List.of(
            event("dish", 1, 2, SynapseEventKind.FORMED, 10, 10, 0.5),
            event("dish", 1, 2, SynapseEventKind.MASKED, 20, 10, 0.25),
            event("dish", 1, 2, SynapseEventKind.UNMASKED, 30, 10, 0.375),
            pruned("dish", 1, 2, 40, 10),
            event("dish", 1, 2, SynapseEventKind.FORMED, 40, 40, 0.75),
            pruned("dish", null, 2, 45, 10),
            event("dish", 3, 2, SynapseEventKind.FORMED, 20, 20, 0.5),
            pruned("dish", 3, 2, 20, 20),
            event("other", 5, 6, SynapseEventKind.FORMED, 5, 5, 0.5));

    @ParameterizedTest
    @CsvSource({
        "9, ''",
        "10, 1>2 ACTIVE 0.5",
        "19, 1>2 ACTIVE 0.5",
        "20, 1>2 DORMANT 0.25",
        "30, 1>2 ACTIVE 0.375",
        "39, 1>2 ACTIVE 0.375",
        "40, 1>2 ACTIVE 0.75",
        "99, 1>2 ACTIVE 0.75"
    })
    void hasTheSynapsesOfItsTimeInWhateverOrderTheEventsCome(long at, String expected) {
        for (int seed = 0; seed < 20; seed++) {
            ConnectomeAt connectome = new ConnectomeAt("dish", at);
            List<SpecificRecord> shuffled = new ArrayList<>(EVENTS);
            Collections.shuffle(shuffled, new Random(seed));
            for (SpecificRecord record : shuffled) {
                if (record instanceof SynapseEvent event) {
                    connectome.accept(event);
                } else {
                    connectome.accept((PruningEvent) record);
                }
            }
            assertThat(connectome.synapses())
                    .extracting(ConnectomeAtTest::shown)
                    .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
        }
    }

    private static String shown(SynapseView synapse) {
        return synapse.pre() + ">" + synapse.post() + " " + synapse.state() + " " + synapse.weight();
    }

    private static SynapseEvent event(
            String network, int pre, int post, SynapseEventKind kind, long at, long formedAt, double weight) {
        return SynapseEvent.newBuilder()
                .setNetwork(network)
                .setPre(pre)
                .setPost(post)
                .setKind(kind)
                .setReason("CONNECTED")
                .setWeight(weight)
                .setLagMicros(3000)
                .setZ(9)
                .setStage("ADULT")
                .setAt(at)
                .setWindow(at / 10)
                .setFormedAt(formedAt)
                .setLastCoFiredAt(at)
                .setInhibitory(false)
                .setFdr(0.02)
                .build();
    }

    private static PruningEvent pruned(String network, @Nullable Integer pre, int post, long at, long formedAt) {
        return PruningEvent.newBuilder()
                .setNetwork(network)
                .setKind(pre == null ? PruningKind.NEURON : PruningKind.SYNAPSE)
                .setPre(pre)
                .setPost(post)
                .setReason(pre == null ? PruningReason.SILENT : PruningReason.UNUSED)
                .setWeight(0.1)
                .setZ(1)
                .setLagMicros(3000)
                .setStage("ADULT")
                .setFormedAt(formedAt)
                .setLastCoFiredAt(at)
                .setAt(at)
                .setWindow(at / 10)
                .setInhibitory(false)
                .setFdr(0.02)
                .build();
    }
}
