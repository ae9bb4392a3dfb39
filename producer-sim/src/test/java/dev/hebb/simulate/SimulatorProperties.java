package dev.hebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.simulate.SimulationSettings.Assemblies;
import dev.hebb.simulate.SimulationSettings.Bursts;
import dev.hebb.simulate.SimulationSettings.PracticePlan;
import dev.hebb.simulate.SimulationSettings.SynapsePlan;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SimulatorProperties {
    private static final long SECOND = 1_000_000;

    @Property(tries = 30)
    void sameSeedMakesSameSpikesAndAnotherOthers(@ForAll long seed, @ForAll @IntRange(min = 4, max = 40) int neurons) {
        // Given
        SimulationSettings settings = lively(neurons, seed);
        // When
        Simulated once = Simulated.run(settings);
        Simulated again = Simulated.run(settings);
        Simulated other = Simulated.run(lively(neurons, seed + 1));
        // Then
        assertThat(again.timesMicros()).isEqualTo(once.timesMicros());
        assertThat(again.neurons()).isEqualTo(once.neurons());
        assertThat(other.timesMicros()).isNotEqualTo(once.timesMicros());
    }

    @Property(tries = 30)
    void spikesAreInOrderInsideTheRunAndNeverWithinTheRefractoryTime(
            @ForAll long seed, @ForAll @IntRange(min = 4, max = 40) int neurons) {
        // Given
        SimulationSettings settings = lively(neurons, seed).startingAt(-7 * SECOND);
        // When
        Simulated spikes = Simulated.run(settings);
        // Then
        assertThat(spikes.timesMicros()).isSorted();
        Map<Integer, Long> last = new HashMap<>();
        for (int k = 0; k < spikes.neurons().length; k++) {
            long time = spikes.timesMicros()[k];
            assertThat(time).isBetween(-7 * SECOND, 13 * SECOND - 1);
            assertThat(spikes.neurons()[k]).isBetween(0, neurons - 1);
            Long before = last.put(spikes.neurons()[k], time);
            assertThat(before == null ? Long.MAX_VALUE : time - before).isGreaterThanOrEqualTo(2_000);
        }
    }

    @Property(tries = 30)
    void wiringHasNoPairTwiceAndKeepsToThePlan(@ForAll long seed, @ForAll @IntRange(min = 10, max = 60) int neurons) {
        // Given
        SimulationSettings settings = SimulationSettings.independent(neurons, 5, SECOND, seed)
                .with(new SynapsePlan(neurons, 0.2, 0 + 1, 20_000, 2))
                .with(new PracticePlan(SECOND / 2, 0.5, 3));
        // When
        Wiring wiring = Wiring.draw(settings);
        // Then
        assertThat(wiring.synapses()).hasSize(neurons);
        assertThat(wiring.synapses().stream().map(s -> s.pre() + ">" + s.post()).distinct())
                .hasSize(neurons);
        assertThat(wiring.synapses()).allSatisfy(s -> {
            assertThat(s.pre()).isNotEqualTo(s.post());
            assertThat(s.lagMicros()).isBetween(1L, 20_000L);
        });
        assertThat(wiring.synapses().stream().filter(s -> s.untilMicros() < Long.MAX_VALUE))
                .hasSize(Math.round(neurons * 0.5f));
        assertThat(wiring.silenced()).hasSize(3).doesNotHaveDuplicates();
    }

    private static SimulationSettings lively(int neurons, long seed) {
        return SimulationSettings.independent(neurons, 8, 20 * SECOND, seed)
                .with(new SynapsePlan(neurons / 2, 0.3, 1_000, 5_000, 1))
                .with(new Assemblies(2, neurons / 2, 1, 0.5, 10_000))
                .with(new Bursts(12, SECOND / 5, 40, 0.7, 20_000))
                .with(new Inhibition(0.3, 0.8, 10_000))
                .with(new PracticePlan(10 * SECOND, 0.5, 1));
    }
}
