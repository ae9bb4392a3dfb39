package dev.hebb.bench.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.Bursts;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import dev.hebb.synapse.ChangeKind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Checks what the defaults find in two short simulated networks; {@link EvidenceIT} has the others. */
@Execution(ExecutionMode.CONCURRENT)
class EvidenceTest {
    private static final long MINUTE = 60_000_000;

    @Test
    void findsNothingInBurstsOfIndependentNeurons() throws IOException {
        OfflineNetwork network = LearnedNetworks.lived(
                SimulationSettings.independent(40, 3, 30 * MINUTE, 1).with(new Bursts(6, 200_000, 30)));

        assertThat(network.count(ChangeKind.FORMED)).isLessThanOrEqualTo(1);
    }

    @Test
    void findsWhatWasPlanted() throws IOException {
        SimulationSettings settings =
                SimulationSettings.independent(50, 5, 30 * MINUTE, 1).with(new SynapsePlan(60, 0.15, 100, 20_000, 0));

        OfflineNetwork network = LearnedNetworks.lived(settings);

        assertThat(Score.of(network.synapses(), LearnedNetworks.wiring(settings), 50)
                        .mcc())
                .isGreaterThanOrEqualTo(0.95);
    }
}
