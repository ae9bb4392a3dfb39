package dev.hebb.cli.watch;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.hebb.cli.Records;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.NetworkEventKind;
import dev.hebb.schema.Stress;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void showsPrunedSynapsesAndNeurons() {
        // Given
        PruningLines lines = new PruningLines();

        // Then
        assertThat(lines.header())
                .isEqualTo("TIME              NETWORK     PRUNED          WEIGHT      LAG      LIVED  WHY");
        assertThat(lines.of(Records.synapsePruned("dish", 17, 4, 431)))
                .containsExactly("01:12:00.000      dish        17 -> 4          0.012   2.0 ms"
                        + "    1h 7min  UNUSED: the two no longer fire together");
        assertThat(lines.of(Records.neuronPruned("dish", 9, 431)))
                .containsExactly("01:12:00.000      dish        neuron 9                       "
                        + "    1h 7min  SILENT: it lost all synapses and stays silent");
    }

    @Test
    void showsSynapsesForm() {
        assertThat(new SynapseLines().of(Records.synapseFormed("dish", 1, 2, 29)))
                .containsExactly("00:05:00.000      dish        FORMED    1 -> 2           0.100    9.3   3.0 ms"
                        + "  CONNECTED: the two fire together far above chance");
    }

    @Test
    void noTextOfARecordCanLookLikeALineOfItsOwn() {
        // Given
        String forged = "anna\n00:10:00.000  dish\u001b[1A\u202e";
        ControlEvent command = new ControlEvent(forged, 600_000_000L, new Stress(0.8, null), forged, forged, 7L);

        // Then
        assertThat(new NetworkLines().of(Records.answer(command, NetworkEventKind.COMMAND_REFUSED, forged)))
                .singleElement(as(STRING))
                .contains("anna\\x0a00:10:00.000  dish\\x1b[1A\\u202e")
                .doesNotContain("\n", "\u001b", "\u202e");
        assertThat(new PruningLines().of(Records.synapsePruned(forged, 17, 4, 431)))
                .singleElement(as(STRING))
                .doesNotContain("\n", "\u001b", "\u202e");
    }

    @Test
    void addsUpTheShardsOfAWindow() {
        // Given
        WindowLines lines = new WindowLines();

        // Then
        assertThat(lines.of(Records.windowClosed("dish", 0, 2, 3, 1_000_000))).isEmpty();
        assertThat(lines.of(Records.windowClosed("other", 0, 1, 3, 1))).hasSize(1);
        assertThat(lines.of(Records.windowClosed("dish", 1, 2, 3, 234_567)))
                .containsExactly("00:00:40.000      dish              3       20      500    1,234,567       5"
                        + "        2       2       0         0       4   0.280  GROWTH");
        assertThat(lines.rest()).isEmpty();
    }

    @Test
    void showsCommandsAndTheirResults() {
        // Given
        ControlEvent command = new ControlEvent("dish", 600_000_000L, new Stress(0.8, null), "id-1", "anna", 7L);
        NetworkLines lines = new NetworkLines();

        // Then
        assertThat(lines.header())
                .isEqualTo("TIME              NETWORK      WINDOW  EVENT            STAGE       BY        WHAT");
        assertThat(lines.of(Records.answer(command, NetworkEventKind.COMMAND_APPLIED, "")))
                .containsExactly(
                        "00:10:00.000      dish             60  COMMAND_APPLIED  GROWTH      anna      in words");
        assertThat(lines.of(Records.answer(command, NetworkEventKind.COMMAND_REFUSED, "too late")))
                .singleElement()
                .asString()
                .endsWith("in words: too late");
        assertThat(lines.of(Records.answer(command, NetworkEventKind.STAGE_CHANGED, "YOUTH")))
                .singleElement()
                .asString()
                .endsWith("stage before: YOUTH");
    }

    @Test
    void tellsOfWindowsThatNotEveryShardHasClosed() {
        // Given
        WindowLines lines = new WindowLines();

        // When
        lines.of(Records.windowClosed("dish", 1, 2, 3, 5));

        // Then
        assertThat(lines.rest()).singleElement().asString().endsWith("(1 of 2 shards)");
    }

    @Test
    void writesJsonWithTheFieldsOfTheSchema() {
        assertThat(AvroJson.line(Records.neuronPruned("di\"sh", 9, 431)))
                .isEqualTo(
                        "{\"network\":\"di\\\"sh\",\"kind\":\"NEURON\",\"pre\":null,\"post\":9,\"reason\":\"SILENT\","
                                + "\"weight\":0.0,\"z\":0.0,\"lagMicros\":0,\"stage\":\"GROWTH\",\"formedAt\":300000000,"
                                + "\"lastCoFiredAt\":2000000000,\"at\":4320000000,\"window\":431,\"inhibitory\":false,"
                                + "\"fdr\":null}");
    }
}
