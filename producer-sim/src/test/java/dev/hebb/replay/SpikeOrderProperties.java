package dev.hebb.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpikeOrderProperties {
    record Spike(long time, int neuron) {}

    @Property
    void sortsByTimeThenNeuron(@ForAll("spikes") List<Spike> spikes) {
        // Given
        long[] times = spikes.stream().mapToLong(Spike::time).toArray();
        int[] neurons = spikes.stream().mapToInt(Spike::neuron).toArray();
        // When
        Recording sorted = Recording.sorting(times, neurons);
        // Then
        List<Spike> expected = spikes.stream()
                .sorted(Comparator.comparingLong(Spike::time).thenComparingInt(Spike::neuron))
                .toList();
        assertThat(IntStream.range(0, spikes.size())
                        .mapToObj(k -> new Spike(sorted.timesMicros()[k], sorted.neurons()[k])))
                .containsExactlyElementsOf(expected);
    }

    @Provide
    Arbitrary<List<Spike>> spikes() {
        return Combinators.combine(
                        Arbitraries.longs().between(-50, 50),
                        Arbitraries.integers().between(0, 5))
                .as(Spike::new)
                .list()
                .ofMaxSize(200);
    }
}
