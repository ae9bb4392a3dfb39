package dev.hebb.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hebb.census.PrunedNeuron.Reason;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.NeuronReportBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CensusTest {
    private static final long TERM = 100;

    private final Census census = new Census(Map.of());

    @Test
    void aNeuronThatDiedGoesWithItsLastSynapse() {
        // Given
        census.close(List.of(report(10).formed(new int[] {1}, new int[] {2}).build()));
        // When: another shard reports the lesion than the one that owned the synapse
        List<PrunedNeuron> pruned = census.close(List.of(
                report(20).died(1, 7).build(),
                report(20).pruned(new int[] {1}, new int[] {2}).died(1, 7).build()));
        // Then
        assertThat(pruned).singleElement().satisfies(neuron -> {
            assertThat(neuron.neuron()).isEqualTo(1);
            assertThat(neuron.reason()).isEqualTo(Reason.DAMAGED);
        });
        assertThat(census.neurons()).containsOnlyKeys(2);
    }

    @Test
    void theOthersHaveTheStagesTerm() {
        // Given
        census.close(List.of(report(10).formed(new int[] {1}, new int[] {2}).build()));
        census.close(List.of(report(20).pruned(new int[] {1}, new int[] {2}).build()));
        // When
        List<PrunedNeuron> tooSoon = census.close(List.of(firing2(109)));
        List<PrunedNeuron> silent = census.close(List.of(firing2(110)));
        List<PrunedNeuron> unconnected = census.close(List.of(firing2(120)));
        // Then
        assertThat(tooSoon).isEmpty();
        assertThat(silent)
                .extracting(PrunedNeuron::neuron, PrunedNeuron::reason)
                .containsExactly(tuple(1, Reason.SILENT));
        assertThat(unconnected)
                .extracting(PrunedNeuron::neuron, PrunedNeuron::reason)
                .containsExactly(tuple(2, Reason.UNCONNECTED));
    }

    private static NeuronReport firing2(long observedMicros) {
        return report(observedMicros).firing(new int[] {2}, new long[1]).build();
    }

    /** The report of a window of 10 µs, which ends when the network was observed for this long. */
    private static NeuronReportBuilder report(long observedMicros) {
        return new NeuronReportBuilder()
                .window(observedMicros / 10, observedMicros)
                .observedMicros(observedMicros)
                .neuronTermMicros(TERM);
    }
}
