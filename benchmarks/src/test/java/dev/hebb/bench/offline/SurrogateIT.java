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
    private static final Path DATA = Path.of(System.getProperty("hebb.data", "../shared/data"));
    private static final long MINUTE = 60_000_000;
    private static final long RECORDING = 16 * MINUTE;
    private static final int DITHER_MICROS = 20_000;

    private final Random random = new Random(17);

    /** Seven recordings of a culture, one after the other. Without any null, 35 synapses are left. */
    @Test
    void aDitheredCultureKeepsNoSynapse() throws IOException {
        Recording culture = joined("TC11", List.of("07", "11", "14", "18", "21", "25", "29"));

        assertThat(found(dithered(culture), 7 * RECORDING)).isZero();
    }

    @Test
    void aDitheredNetworkKeepsHardlyAnySynapse() throws IOException {
        // Given
        Path file = DATA.resolve("groundtruth-tspe/BA_new_sim7_100.csv.gz");
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file + "; set -Dhebb.data");
        Recording network = joined(List.of(file));

        // When
        int found = found(network, 20 * MINUTE);
        int left = found(dithered(network), 20 * MINUTE);

        // Then
        assertThat(found).isGreaterThan(50);
        assertThat(left).isLessThanOrEqualTo(found / 20);
    }

    /** Moves each spike by up to 20 ms. */
    private Recording dithered(Recording recording) {
        long[] times = recording.timesMicros().clone();
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.max(0, times[i] + random.nextInt(2 * DITHER_MICROS + 1) - DITHER_MICROS);
        }
        return Recording.sorting(times, recording.neurons().clone());
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
        return LearnedNetworks.learned(recording.source(), untilMicros)
                .synapses()
                .size();
    }

    private static Recording joined(String culture, List<String> days) throws IOException {
        List<Path> files = days.stream()
                .map(day -> DATA.resolve("cultures/C57_CTX_G2CEPHYS1_" + culture + "_DIV" + day + "_A.h5"))
                .toList();
        for (Path file : files) {
            assumeTrue(Files.exists(file), () -> "skipped: there is no " + file + "; set -Dhebb.data");
        }
        return joined(files);
    }

    private static Recording joined(List<Path> files) throws IOException {
        SpikeBlock all = new SpikeBlock();
        SpikeBlock block = new SpikeBlock();
        for (int part = 0; part < files.size(); part++) {
            try (SpikeSource source = RecordingFiles.open(files.get(part)).open()) {
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
