package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.engine.MemoryStorage;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.ChangeReason;
import dev.hebb.synapse.Rows;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContexts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowResultsTest {
    private static final int CELLS = ShardFixture.AXIS.cells();

    private final Neurons neurons = new Neurons();
    private final MemoryStorage storage = new MemoryStorage(ShardFixture.AXIS);
    private final PublishedLines published = new PublishedLines();
    private final WindowChanges changes = new WindowChanges();

    @Test
    void whateverStepPrunesASynapseItsHistogramIsForgotten() {
        // Given: neurons 7, 8 and 9, and a dendrite whose histograms are full
        for (int neuron = 7; neuron < 10; neuron++) {
            neurons.spike(neuron, neuron);
        }
        DenseHistograms full = new DenseHistograms(CELLS);
        Arrays.fill(full.reset(3), 1);
        storage.saveHistograms(7, full);
        List<SynapseChange> happened = List.of(
                new SynapseChange(ChangeKind.PRUNED, ChangeReason.UNUSED, Rows.active(9, 0.1)),
                new SynapseChange(ChangeKind.FORMED, ChangeReason.CONNECTED, Rows.active(8, 0.3)));
        // When
        new WindowResults(neurons, true, storage, published, changes)
                .write(new DendriteUpdate(7, WindowContexts.window(3), Rows.row(), happened, true, false));
        // Then
        DenseHistograms kept = new DenseHistograms(CELLS);
        storage.loadHistograms(7, 3, kept);
        assertThat(Arrays.copyOfRange(kept.counts(), 0, 2 * CELLS)).containsOnly(1);
        assertThat(Arrays.copyOfRange(kept.counts(), 2 * CELLS, 3 * CELLS)).containsOnly(0);
        assertThat(published.lines).hasSize(2).allMatch(line -> line.startsWith("change 3 7 "));
        assertThat(changes.transitions().pruned()).isEqualTo(1);
    }
}
