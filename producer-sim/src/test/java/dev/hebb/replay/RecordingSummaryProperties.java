package dev.hebb.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RecordingSummaryProperties {
    @Example
    void namesTwoNeuronsThatMayBeOneCell() throws IOException {
        // Given: neuron 2 repeats every second spike of neuron 1 after 0.3 ms, neuron 3 each after 0.301 ms
        long[] times = new long[250];
        int[] neurons = new int[250];
        int spikes = 0;
        for (int k = 0; k < 100; k++) {
            times[spikes] = k * 100_000L;
            neurons[spikes++] = 1;
            if (k % 2 == 0) {
                times[spikes] = k * 100_000L + 300;
                neurons[spikes++] = 2;
            }
            times[spikes] = k * 100_000L - 301;
            neurons[spikes++] = 3;
        }
        // When
        RecordingSummary summary =
                RecordingSummary.of(Recording.sorting(times, neurons).source());
        // Then
        assertThat(summary.spikesByNeuron()).isEqualTo(new TreeMap<>(Map.of(1, 100L, 2, 50L, 3, 100L)));
        assertThat(summary.duplicates()).containsExactly(new RecordingSummary.Duplicate(1, 2, 50, 1));
    }

    /** A spike that is repeated is no pair, and a million of them are no million of millions. */
    @Example
    void countsRepeatedSpikesOnce() throws IOException {
        RecordingSummary summary = RecordingSummary.of(
                Recording.sorting(new long[1_000_000], new int[1_000_000]).source());
        assertThat(summary.repeated()).isEqualTo(999_999);
        assertThat(summary.duplicates()).isEmpty();
    }

    /** Against every pair of spikes. */
    @Property(tries = 50)
    void countsEveryPairOfSpikesThatIsClose(@ForAll long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        long[] times = random.longs(400, 0, 20_000).toArray();
        int[] neurons = random.ints(400, 0, 3).toArray();
        long[][] pairs = new long[3][3];
        long[] counts = new long[3];
        boolean[] repeats = new boolean[times.length];
        long repeated = 0;
        for (int a = 0; a < times.length; a++) {
            counts[neurons[a]]++;
            for (int b = 0; b < a; b++) {
                repeats[a] |= times[a] == times[b] && neurons[a] == neurons[b];
            }
            repeated += repeats[a] ? 1 : 0;
            for (int b = 0; b < a && !repeats[a]; b++) {
                if (!repeats[b] && Math.abs(times[a] - times[b]) <= RecordingSummary.DUPLICATE_MICROS) {
                    pairs[Math.min(neurons[a], neurons[b])][Math.max(neurons[a], neurons[b])]++;
                }
            }
        }
        // When
        RecordingSummary summary =
                RecordingSummary.of(Recording.sorting(times, neurons).source());
        // Then
        assertThat(summary.duplicates()).isNotEmpty().allSatisfy(pair -> assertThat(pair.spikes())
                .isEqualTo(pairs[pair.first()][pair.second()]));
        assertThat(summary.repeated()).isEqualTo(repeated);
        assertThat(summary.spikesByNeuron().values()).containsExactly(counts[0], counts[1], counts[2]);
    }
}
