package dev.hebb.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hebb.census.PrunedNeuron.Reason;
import dev.hebb.shard.NeuronReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CensusTest {
    private static final int[] NONE = {};
    private static final long TERM = 100;

    private final Census census = new Census(Map.of());

    @Test
    void aNeuronThatDiedGoesWithItsLastSynapse() {
        // Given
        census.close(List.of(report(10, new int[] {1}, new int[] {2}, NONE, NONE, NONE, NONE)));
        // When: another shard reports the lesion than the one that owned the synapse
        List<PrunedNeuron> pruned = census.close(List.of(
                report(20, NONE, NONE, NONE, NONE, NONE, new int[] {1, 7}),
                report(20, NONE, NONE, new int[] {1}, new int[] {2}, NONE, new int[] {1, 7})));
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
        census.close(List.of(report(10, new int[] {1}, new int[] {2}, NONE, NONE, NONE, NONE)));
        census.close(List.of(report(20, NONE, NONE, new int[] {1}, new int[] {2}, NONE, NONE)));
        // When
        List<PrunedNeuron> tooSoon = census.close(List.of(report(109, NONE, NONE, NONE, NONE, new int[] {2}, NONE)));
        List<PrunedNeuron> silent = census.close(List.of(report(110, NONE, NONE, NONE, NONE, new int[] {2}, NONE)));
        List<PrunedNeuron> unconnected =
                census.close(List.of(report(120, NONE, NONE, NONE, NONE, new int[] {2}, NONE)));
        // Then
        assertThat(tooSoon).isEmpty();
        assertThat(silent)
                .extracting(PrunedNeuron::neuron, PrunedNeuron::reason)
                .containsExactly(tuple(1, Reason.SILENT));
        assertThat(unconnected)
                .extracting(PrunedNeuron::neuron, PrunedNeuron::reason)
                .containsExactly(tuple(2, Reason.UNCONNECTED));
    }

    private static NeuronReport report(
            long observed,
            int[] formedPre,
            int[] formedPost,
            int[] prunedPre,
            int[] prunedPost,
            int[] firing,
            int[] died) {
        long[] lastSpike = new long[firing.length];
        return new NeuronReport(
                observed / 10,
                observed,
                "GROWTH",
                observed,
                TERM,
                formedPre,
                formedPost,
                prunedPre,
                prunedPost,
                firing,
                lastSpike,
                died);
    }
}
