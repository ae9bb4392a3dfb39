package dev.hebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.simulate.SimulationSettings.Assemblies;
import dev.hebb.simulate.SimulationSettings.Bursts;
import dev.hebb.simulate.SimulationSettings.PracticePlan;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class SimulatorTest {
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;

    @Test
    void independentNeuronsFireAtTheirRate() {
        // Given
        SimulationSettings settings = SimulationSettings.independent(50, 5, 10 * MINUTE, 1);
        // When
        Simulated spikes = Simulated.run(settings);
        // Then: 150,000 expected; a renewal with 2 ms of rest fires 1 % less; standard deviation below 400
        assertThat(spikes.neurons().length).isCloseTo((int) (150_000 / (1 + 5 * 0.002)), within(2_000));
    }

    @Test
    void plantedSynapsePeaksAtItsLagAndOnlyThere() {
        // Given
        SimulationSettings settings =
                SimulationSettings.independent(20, 5, 20 * MINUTE, 3).with(new SynapsePlan(5, 0.3, 2_500, 4_500, 0));
        Wiring wiring = Wiring.draw(settings);
        // When
        Simulated spikes = Simulated.run(settings);
        // Then
        for (PlantedSynapse synapse : wiring.synapses()) {
            int fired = spikes.train(synapse.pre()).length;
            long lag = synapse.lagMicros();
            long atLag = spikes.pairs(synapse.pre(), synapse.post(), lag - 200, lag + 201);
            long before = spikes.pairs(synapse.pre(), synapse.post(), -lag - 200, -lag + 201);
            assertThat(atLag).isCloseTo(Math.round(0.3 * fired), within(fired / 20L));
            assertThat(before).isLessThan(fired / 50);
        }
    }

    @Test
    void practisedSynapsesAndNeuronsStop() {
        // Given
        SimulationSettings settings = SimulationSettings.independent(20, 5, 20 * MINUTE, 4)
                .with(new SynapsePlan(6, 0.3, 2_500, 4_500, 0))
                .with(new PracticePlan(10 * MINUTE, 1, 2));
        Wiring wiring = Wiring.draw(settings);
        // When
        Simulated spikes = Simulated.run(settings);
        // Then
        PlantedSynapse synapse = wiring.synapses().get(0);
        long[] pre = Arrays.stream(spikes.train(synapse.pre()))
                .filter(t -> t >= 10 * MINUTE)
                .toArray();
        long[] post = spikes.train(synapse.post());
        long late = Arrays.stream(pre)
                .filter(t -> Arrays.stream(post).anyMatch(u -> Math.abs(u - t - synapse.lagMicros()) <= 200))
                .count();
        assertThat(late).isLessThanOrEqualTo(pre.length / 50);
        for (int neuron : wiring.silenced()) {
            assertThat(Arrays.stream(spikes.train(neuron)).max().orElseThrow()).isBetween(9 * MINUTE, 10 * MINUTE - 1);
        }
    }

    @Test
    void burstsAndAssembliesAddTheirSpikesAndLeaveTheOthersAlone() {
        // Given
        SimulationSettings quiet = SimulationSettings.independent(30, 1, 10 * MINUTE, 5);
        SimulationSettings driven = quiet.with(new Assemblies(1, 10, 2, 0.5, 5_000));
        SimulationSettings bursting = quiet.with(new Bursts(6, 200_000, 50));
        // When
        int alone = Simulated.run(quiet).neurons().length;
        int withDrive = Simulated.run(driven).neurons().length;
        int withBursts = Simulated.run(bursting).neurons().length;
        // Then: 10 neurons x 2 Hz x 0.5 x 600 s; 60 bursts x 30 neurons x 50 Hz x 0.2 s, 10 % lost to rest
        assertThat(withDrive - alone).isCloseTo(6_000, within(600));
        assertThat(withBursts - alone).isCloseTo(16_400, within(5_000));
    }

    @Test
    void inhibitorySynapsesSilenceTheirTargetFromTheirLagOn() {
        // Given: every second neuron silences its targets for 10 ms in 80 % of cases
        SimulationSettings settings = SimulationSettings.independent(10, 10, 30 * MINUTE, 4)
                .with(new SynapsePlan(8, 0.1, 3_000, 3_000, 0))
                .with(new Inhibition(0.5, 0.8, 10_000));
        Wiring wiring = Wiring.draw(settings);
        // When
        Simulated spikes = Simulated.run(settings);
        // Then: about 180 x 10 pairs in 10 ms of independent neurons
        assertThat(wiring.synapses()).anyMatch(PlantedSynapse::inhibitory).anyMatch(s -> !s.inhibitory());
        for (PlantedSynapse synapse : wiring.synapses()) {
            long after = spikes.pairs(synapse.pre(), synapse.post(), 3_200, 12_800);
            long later = spikes.pairs(synapse.pre(), synapse.post(), 23_200, 32_800);
            if (synapse.inhibitory()) {
                assertThat(synapse.strength()).isEqualTo(0.8);
                assertThat(after).isBetween(later / 10, later / 3);
            } else {
                assertThat(after).isGreaterThan(later / 2);
            }
        }
    }

    @Test
    void inhibitionLeavesPairsAndLagsAsTheyWere() {
        // Given
        SimulationSettings settings =
                SimulationSettings.independent(20, 5, MINUTE, 7).with(new SynapsePlan(20, 0.1, 1_000, 9_000, 2));
        // When
        Wiring without = Wiring.draw(settings);
        Wiring with = Wiring.draw(settings.with(new Inhibition(0.2, 0.8, 10_000)));
        // Then
        assertThat(with.synapses())
                .extracting(PlantedSynapse::pre, PlantedSynapse::post, PlantedSynapse::lagMicros)
                .isEqualTo(without.synapses().stream()
                        .map(s -> tuple(s.pre(), s.post(), s.lagMicros()))
                        .toList());
    }

    @Test
    void raggedBurstsAreJoinedLateAndNotByAll() {
        // Given
        SimulationSettings quiet = SimulationSettings.independent(30, 0, 20 * MINUTE, 8);
        // When
        Simulated even = Simulated.run(quiet.with(new Bursts(6, 100_000, 50)));
        Simulated ragged = Simulated.run(quiet.with(new Bursts(6, 100_000, 50, 0.5, 20_000)));
        // Then: half of the spikes, in 120 bursts or so; they last longer by what the latest neuron is late
        assertThat(ragged.neurons().length).isBetween(even.neurons().length / 3, 2 * even.neurons().length / 3);
        assertThat(longestBurst(even)).isLessThanOrEqualTo(100_000);
        assertThat(longestBurst(ragged)).isBetween(110_000L, 130_000L);
    }

    @Test
    void raggedBurstsSwampAFixedPoissonThreshold() {
        // Given: 40 independent neurons that share nothing but bursts
        Simulated spikes = Simulated.run(
                SimulationSettings.independent(40, 2, 10 * MINUTE, 9).with(new Bursts(12, 80_000, 80, 0.6, 20_000)));
        // When: pairs within 20 ms, against what their rates would make
        int above = 0;
        for (int pre = 0; pre < 10; pre++) {
            for (int post = 10; post < 20; post++) {
                double chance = spikes.train(pre).length * (double) spikes.train(post).length * 0.02 / (10 * 60);
                above += spikes.pairs(pre, post, 0, 20_000) > chance + 5 * Math.sqrt(chance) ? 1 : 0;
            }
        }
        // Then: nearly all hundred would be taken for synapses
        assertThat(above).isGreaterThan(95);
    }

    private static long longestBurst(Simulated spikes) {
        long longest = 0;
        long begin = spikes.timesMicros()[0];
        for (int k = 1; k < spikes.timesMicros().length; k++) {
            if (spikes.timesMicros()[k] - spikes.timesMicros()[k - 1] > 100_000) {
                begin = spikes.timesMicros()[k];
            } else if (spikes.timesMicros()[k] - begin <= 130_000) {
                longest = Math.max(longest, spikes.timesMicros()[k] - begin);
            }
        }
        return longest;
    }

    @Test
    void writesItsTruth(@TempDir Path folder) throws IOException {
        // Given
        SimulationSettings settings = SimulationSettings.independent(5, 5, MINUTE, 1)
                .with(new SynapsePlan(2, 0.25, 3_000, 3_000, 0))
                .with(new PracticePlan(30 * SECOND, 0.5, 0));
        Wiring wiring = Wiring.draw(settings);
        // When
        wiring.write(folder.resolve("truth.csv"));
        // Then
        assertThat(Files.readAllLines(folder.resolve("truth.csv")))
                .hasSize(3)
                .startsWith("pre,post,lag_us,strength,until_us,kind")
                .anyMatch(line -> line.endsWith(",3000,0.25,30000000,EXCITATORY"))
                .anyMatch(line -> line.endsWith(",3000,0.25,,EXCITATORY"));
    }

    @Test
    void refusesWhatCannotBe() {
        SimulationSettings five = SimulationSettings.independent(5, 5, MINUTE, 1);
        assertThatThrownBy(() -> new Simulator(five.with(new SynapsePlan(10, 1, 1_000, 2_000, 0))))
                .hasMessageContaining("without end");
        assertThatThrownBy(() -> five.with(new SynapsePlan(11, 0.1, 1_000, 2_000, 0)))
                .hasMessageContaining("at most 10");
        assertThatThrownBy(() -> five.with(new Assemblies(2, 3, 1, 1, 1))).hasMessageContaining("need more than 5");
    }
}
