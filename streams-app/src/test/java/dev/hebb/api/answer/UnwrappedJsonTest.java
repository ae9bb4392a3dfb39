package dev.hebb.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.view.NetworkPart;
import dev.hebb.api.view.NetworkTimes;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that the parts of an answer are no objects in JSON: clients know its fields by name, without nesting. */
class UnwrappedJsonTest {
    private static final NetworkTimes TIMES = new NetworkTimes("GROWTH", 21, 2, 20, 19);
    private static final NetworkPart PART = new NetworkPart("dish", 1, TIMES, 3, 7, 2, 1, 0.5);

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aPartOfANetwork() throws Exception {
        // Given
        String expected = "{'network':'dish','shard':1,'stage':'GROWTH','watermarkMicros':21,'windowsClosed':2,"
                + "'closedUntilMicros':20,'observedMicros':19,'neurons':3,'spikes':7,'active':2,'dormant':1,"
                + "'activeWeight':0.5}";

        // When
        String written = json.writeValueAsString(PART);

        // Then
        assertThat(written).isEqualTo(quoted(expected));
        assertThat(json.readValue(written, NetworkPart.class)).isEqualTo(PART);
    }

    @Test
    void aNetwork() throws Exception {
        // Given
        NetworkPart behind = new NetworkPart("dish", 0, new NetworkTimes("GROWTH", 13, 1, 10, 9), 2, 5, 0, 0, 0);

        // When
        String written = json.writeValueAsString(NetworkAnswer.of(List.of(PART, behind)));

        // Then
        assertThat(written)
                .isEqualTo(quoted("{'network':'dish','stage':'GROWTH','watermarkMicros':13,'windowsClosed':1,"
                        + "'closedUntilMicros':10,'observedMicros':9,'neurons':5,'spikes':12,"
                        + "'synapses':{'active':2,'dormant':1},'meanActiveWeight':0.25,'shardsReporting':2}"));
    }

    @Test
    void aPrunedSynapse() throws Exception {
        // Given
        PruningEvent event = PruningEvent.newBuilder()
                .setNetwork("dish")
                .setKind(PruningKind.SYNAPSE)
                .setPre(4)
                .setPost(5)
                .setReason(PruningReason.WEAK)
                .setWeight(0.01)
                .setZ(3)
                .setFdr(null)
                .setLagMicros(2000)
                .setStage("GROWTH")
                .setFormedAt(6)
                .setLastCoFiredAt(7)
                .setAt(20)
                .setWindow(1)
                .build();

        // When
        String written = json.writeValueAsString(PrunedEntry.of(event));

        // Then
        assertThat(written)
                .isEqualTo(quoted("{'atMicros':20,'window':1,'kind':'SYNAPSE','pre':4,'post':5,'reason':'WEAK',"
                        + "'why':'its weight stayed under the threshold','weight':0.01,'z':3.0,'fdr':null,"
                        + "'lagMicros':2000,'stage':'GROWTH','formedAtMicros':6,'lastCoFiredAtMicros':7}"));
    }

    private static String quoted(String expected) {
        return expected.replace('\'', '"');
    }
}
