package dev.hebb.bench.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import dev.hebb.replay.Recording;
import dev.hebb.replay.format.RecordingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Checks what the defaults find in spikes that keep the bursts of a network but not its connections. */
class SurrogateIT {
    private static final Path CULTURES = Path.of(System.getProperty("hebb.data", "../shared/data"), "cultures");
    private static final long MINUTE = 60_000_000;
    private static final long RECORDING = 16 * MINUTE;
    private static final int DITHER_MICROS = 20_000;

    private final Random random = new Random(17);

    /** Without the learned error of the baseline and the least lift, 35 synapses are left of 109. */
    @Test
    void aDitheredCultureKeepsHardlyAnySynapse() throws IOException {
        // Given: seven recordings of a culture, one after the other, and each spike moved by up to 20 ms
        Recording culture = joined("TC11", List.of("07", "11", "14", "18", "21", "25", "29"));
        long[] times = culture.timesMicros().clone();
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.max(0, times[i] + random.nextInt(2 * DITHER_MICROS + 1) - DITHER_MICROS);
        }
        Recording dithered = Recording.sorting(times, culture.neurons().clone());

        // When
        int found = found(culture, 7 * RECORDING);
        int left = found(dithered, 7 * RECORDING);

        // Then
        assertThat(found).isPositive();
        assertThat(left).isLessThanOrEqualTo(found / 20);
    }

    /** Independent neurons that share sharp events: without the learned error and the least lift, hundreds of pairs. */
    @Test
    void findsNothingInSharpEventsThatIndependentNeuronsShare() throws IOException {
        // Given: a spike in half of the events, after a latency of the neuron's own of up to 10 ms, with SD 5 ms
        int neurons = 60;
        long duration = 30 * MINUTE;
        SpikeBlock spikes = new SpikeBlock();
        long[] latencies = random.longs(neurons, 0, 10_000).toArray();
        for (long second = 1; second < duration / 1_000_000; second++) {
            long event = second * 1_000_000 + random.nextInt(900_000);
            for (int neuron = 0; neuron < neurons; neuron++) {
                for (int own = random.nextInt(5); own > 0; own--) {
                    spikes.add(second * 1_000_000 + random.nextInt(1_000_000), neuron);
                }
                if (random.nextBoolean()) {
                    spikes.add(event + latencies[neuron] + (long) (5_000 * random.nextGaussian()), neuron);
                }
            }
        }

        // When
        int found = found(Recording.sorting(spikes), duration);

        // Then
        assertThat(found).isLessThanOrEqualTo(1);
    }

    private static int found(Recording recording, long untilMicros) throws IOException {
        return KnownNetworks.learned(recording.source(), untilMicros).synapses().size();
    }

    private static Recording joined(String culture, List<String> days) throws IOException {
        SpikeBlock all = new SpikeBlock();
        SpikeBlock block = new SpikeBlock();
        for (int part = 0; part < days.size(); part++) {
            Path file = CULTURES.resolve("C57_CTX_G2CEPHYS1_" + culture + "_DIV" + days.get(part) + "_A.h5");
            assumeTrue(Files.exists(file), () -> "skipped: there is no " + file + "; set -Dhebb.data");
            try (SpikeSource source = RecordingFiles.open(file).open()) {
                while (source.read(block)) {
                    for (int i = 0; i < block.length(); i++) {
                        all.add(block.timeMicros(i) + part * RECORDING, block.neuron(i));
                    }
                }
            }
        }
        return Recording.sorting(all);
    }
}
