package dev.hebb.bench.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hebb.simulate.Inhibition;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.simulate.SimulationSettings.Bursts;
import dev.hebb.simulate.SimulationSettings.PracticePlan;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.NeuronPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Checks what the defaults find where the wiring is known: law 7, and the first rows of docs/evidence.md. {@link
 * EvidenceTest} has the shortest of these networks.
 */
@Execution(ExecutionMode.CONCURRENT)
class EvidenceIT {
    private static final Path DATA = Path.of(System.getProperty("hebb.data", "../shared/data"));
    private static final long MINUTE = 60_000_000;
    private static final Bursts RAGGED = new Bursts(12, 80_000, 80, 0.6, 20_000);

    @Test
    void findsTheWiringOfASimulatedRecording() throws IOException {
        Score score = scoreOf("spycon");

        assertThat(score.mcc()).isGreaterThanOrEqualTo(0.93);
    }

    /** Without the learned error of the baseline, 434 of 601 are false. */
    @Test
    void findsTheWiringOfANetworkThatBursts() throws IOException {
        Score score = scoreOf("tspe");

        assertThat(score.mcc()).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void findsNothingAmongIndependentNeurons() throws IOException {
        OfflineNetwork network = LearnedNetworks.lived(SimulationSettings.independent(100, 5, 60 * MINUTE, 1));

        assertThat(network.count(ChangeKind.FORMED)).isLessThanOrEqualTo(1);
    }

    @Test
    void findsNothingInRaggedBurstsOfIndependentNeurons() throws IOException {
        OfflineNetwork network = LearnedNetworks.lived(
                SimulationSettings.independent(40, 3, 30 * MINUTE, 1).with(RAGGED));

        assertThat(network.count(ChangeKind.FORMED)).isLessThanOrEqualTo(1);
    }

    @Test
    void findsWhatWasPlantedInANetworkThatBursts() throws IOException {
        SimulationSettings settings = SimulationSettings.independent(50, 5, 30 * MINUTE, 1)
                .with(new SynapsePlan(60, 0.15, 100, 20_000, 0))
                .with(RAGGED);

        OfflineNetwork network = LearnedNetworks.lived(settings);

        assertThat(Score.of(network.synapses(), LearnedNetworks.wiring(settings), 50)
                        .mcc())
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void takesNoPathOfThreeSynapsesForOne() throws IOException {
        SimulationSettings settings =
                SimulationSettings.independent(50, 5, 40 * MINUTE, 1).with(new SynapsePlan(100, 0.2, 1_000, 10_000, 3));

        OfflineNetwork network = LearnedNetworks.lived(settings);

        assertThat(Score.of(network.synapses(), LearnedNetworks.wiring(settings), 50)
                        .mcc())
                .isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void tellsInhibitionFromExcitation() throws IOException {
        SimulationSettings settings = SimulationSettings.independent(50, 5, 30 * MINUTE, 1)
                .with(new SynapsePlan(80, 0.15, 1_000, 10_000, 0))
                .with(new Inhibition(0.3, 0.8, 10_000));
        Set<NeuronPair> excitatory = LearnedNetworks.wiring(settings, false);
        Set<NeuronPair> inhibitory = LearnedNetworks.wiring(settings, true);

        OfflineNetwork network = LearnedNetworks.lived(settings);

        assertThat(inhibitory).hasSizeGreaterThan(15);
        assertThat(Score.of(network.synapses(false), excitatory, 50).mcc()).isGreaterThanOrEqualTo(0.95);
        assertThat(Score.of(network.synapses(true), inhibitory, 50).mcc()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void prunesWhatIsNoLongerUsed() throws IOException {
        OfflineNetwork network = LearnedNetworks.lived(SimulationSettings.independent(40, 5, 60 * MINUTE, 1)
                .with(new SynapsePlan(40, 0.2, 1_500, 6_000, 0))
                .with(new PracticePlan(15 * MINUTE, 0.5, 0)));

        assertThat(network.count(ChangeKind.FORMED)).isGreaterThanOrEqualTo(38);
        assertThat(network.count(ChangeKind.PRUNED)).isGreaterThanOrEqualTo(16);
        assertThat(network.synapses()).hasSizeBetween(18, 26);
    }

    /** Without the comparison of a trough with the strongest peak of its pair, 15 of 40 are false. */
    @Test
    void findsInhibitionInANetworkThatBursts() throws IOException {
        Score score = scoreOf("tspe", true);

        assertThat(score.truePositives()).isGreaterThanOrEqualTo(25);
        assertThat(score.falsePositives()).isLessThanOrEqualTo(8);
    }

    private Score scoreOf(String name) throws IOException {
        return scoreOf(name, false);
    }

    private Score scoreOf(String name, boolean inhibitory) throws IOException {
        List<KnownRecording> recordings = Files.exists(DATA) ? KnownRecording.under(DATA) : List.of();
        Optional<KnownRecording> recording =
                recordings.stream().filter(known -> known.name().equals(name)).findFirst();
        assumeTrue(recording.isPresent(), () -> "skipped: no recording " + name + " in " + DATA + "; set -Dhebb.data");
        KnownRecording known = recording.orElseThrow();
        OfflineNetwork network = LearnedNetworks.learned(known.spikes().source(), known.untilMicros());
        return Score.of(network.synapses(inhibitory), known.synapses(inhibitory), known.neurons());
    }
}
