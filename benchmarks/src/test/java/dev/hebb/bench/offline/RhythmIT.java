package dev.hebb.bench.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Independent neurons whose rates follow a strong rhythm, as gamma or a power line. */
class RhythmIT {
    private static final int NEURONS = 60;
    private static final int MEAN_RATE_HZ = 5;
    private static final int SECONDS = 1_800;
    private static final double DEPTH = 0.9;
    private static final double MICROS = 1e6;

    private final Random random = new Random(52);

    /** With all phases, hundreds of troughs of the rhythm were taken for inhibition; with one, tens to hundreds. */
    @ParameterizedTest
    @CsvSource({"8, false", "8, true", "40, false", "40, true", "60, false", "60, true"})
    void findsHardlyAnySynapseInARhythm(int hz, boolean ownPhases) throws IOException {
        SpikeBlock spikes = new SpikeBlock();
        for (int neuron = 0; neuron < NEURONS; neuron++) {
            double phase = ownPhases ? 2 * Math.PI * random.nextDouble() : 0;
            addSpikes(spikes, neuron, hz, phase);
        }

        int found = LearnedNetworks.learned(Recording.sorting(spikes).source(), (long) (SECONDS * MICROS))
                .synapses()
                .size();

        assertThat(found).isLessThanOrEqualTo(NEURONS * (NEURONS - 1) / 1_000);
    }

    /** A Poisson process, thinned. */
    private void addSpikes(SpikeBlock spikes, int neuron, int hz, double phase) {
        double highestRate = MEAN_RATE_HZ * (1 + DEPTH);
        for (double time = next(0, highestRate); time < SECONDS; time = next(time, highestRate)) {
            double rate = MEAN_RATE_HZ * (1 + DEPTH * Math.sin(2 * Math.PI * hz * time + phase));
            if (random.nextDouble() * highestRate < rate) {
                spikes.add((long) (time * MICROS), neuron);
            }
        }
    }

    private double next(double time, double rate) {
        return time - Math.log(1 - random.nextDouble()) / rate;
    }
}
