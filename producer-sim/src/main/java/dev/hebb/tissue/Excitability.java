package dev.hebb.tissue;

import java.util.Arrays;

/** Excitability of each neuron: its noise, its stimulation, and whether it lives. */
final class Excitability {
    private final double[] noiseCurrents;
    private final double[] gains;
    private final double[] noises;
    private final boolean[] dead;

    /** @param noiseCurrents standard deviation of each neuron's noise */
    Excitability(double[] noiseCurrents) {
        this.noiseCurrents = noiseCurrents;
        noises = noiseCurrents.clone();
        gains = new double[noiseCurrents.length];
        Arrays.fill(gains, 1);
        dead = new boolean[noiseCurrents.length];
    }

    void kill(int neuron) {
        dead[neuron] = true;
    }

    /**
     * Noise stands for many small inputs: as many more of them have as many times the variance, hence the root.
     *
     * @param gain 1 for none
     */
    void stimulate(int neuron, double gain) {
        gains[neuron] = gain;
        noises[neuron] = noiseCurrents[neuron] * Math.sqrt(gain);
    }

    boolean isDead(int neuron) {
        return dead[neuron];
    }

    /** Returns what excitatory input is multiplied by. */
    double gain(int neuron) {
        return gains[neuron];
    }

    /** Standard deviation of the noise now. */
    double noise(int neuron) {
        return noises[neuron];
    }
}
