package dev.hebb.simulate;

import java.util.Arrays;
import java.util.List;

/** Number of spikes that a spike causes, in the long run. */
final class Excitation {
    private static final int ROUNDS = 100;
    private static final double LARGEST = 0.9;

    private Excitation() {}

    /**
     * Refuses wiring in which activity would feed on itself: the matrix of strengths must shrink what it is applied to
     * (its spectral radius, by power iteration, below 0.9).
     */
    static void requireStable(List<PlantedSynapse> synapses, int neurons) {
        double[] spikes = new double[neurons];
        Arrays.fill(spikes, 1.0);
        double growth = 0;
        double total = neurons;
        for (int round = 0; round < ROUNDS && total > 0; round++) {
            double[] evoked = new double[neurons];
            for (PlantedSynapse synapse : synapses) {
                double made = synapse.inhibitory() ? 0 : synapse.strength();
                evoked[synapse.post()] += made * spikes[synapse.pre()];
            }
            double sum = Arrays.stream(evoked).sum();
            growth = sum / total;
            for (int k = 0; k < neurons; k++) {
                spikes[k] = sum > 0 ? evoked[k] / sum : 0;
            }
            total = sum > 0 ? 1 : 0;
        }
        if (growth >= LARGEST) {
            throw new IllegalArgumentException("the synapses would excite one another without end: a spike would make "
                    + growth + " others; give fewer or weaker synapses");
        }
    }
}
