package dev.hebb.tissue;

import java.util.Arrays;

/**
 * Currents that synapses make: each spike that arrives lets the post-synaptic current jump, and it decays with 3 ms
 * (excitatory, AMPA) or 8 ms (inhibitory, GABA-A). What is on its way lies in a ring of steps.
 */
final class SynapticInput {
    private static final double EXCITATORY_TAU_MILLIS = 3;
    private static final double INHIBITORY_TAU_MILLIS = 8;

    private final int neurons;
    private final int slotMask;
    private final double[] arrivingExcitation;
    private final double[] arrivingInhibition;
    private final double[] excitation;
    private final double[] inhibition;
    private final double excitatoryDecay;
    private final double inhibitoryDecay;

    /**
     * No input.
     *
     * @param longestSteps how far ahead something may arrive
     */
    SynapticInput(int neurons, int longestSteps, double stepMillis) {
        this.neurons = neurons;
        int slots = Integer.highestOneBit(longestSteps + 1) * 2;
        slotMask = slots - 1;
        arrivingExcitation = new double[slots * neurons];
        arrivingInhibition = new double[slots * neurons];
        excitation = new double[neurons];
        inhibition = new double[neurons];
        excitatoryDecay = excitatoryDecay(stepMillis);
        inhibitoryDecay = StrictMath.exp(-stepMillis / INHIBITORY_TAU_MILLIS);
    }

    /** Returns what of an excitatory current is left after a step. */
    static double excitatoryDecay(double stepMillis) {
        return StrictMath.exp(-stepMillis / EXCITATORY_TAU_MILLIS);
    }

    /** Lets currents decay, and what has its time in this step arrive. */
    void begin(long step) {
        int from = slot(step);
        for (int neuron = 0; neuron < neurons; neuron++) {
            excitation[neuron] = excitation[neuron] * excitatoryDecay + arrivingExcitation[from + neuron];
            inhibition[neuron] = inhibition[neuron] * inhibitoryDecay + arrivingInhibition[from + neuron];
        }
        Arrays.fill(arrivingExcitation, from, from + neurons, 0);
        Arrays.fill(arrivingInhibition, from, from + neurons, 0);
    }

    double excitation(int neuron) {
        return excitation[neuron];
    }

    double inhibition(int neuron) {
        return inhibition[neuron];
    }

    /** An excitatory current jumps in a later step. */
    void excite(long step, int neuron, double current) {
        arrivingExcitation[slot(step) + neuron] += current;
    }

    /** An inhibitory current jumps in a later step. */
    void inhibit(long step, int neuron, double current) {
        arrivingInhibition[slot(step) + neuron] += current;
    }

    private int slot(long step) {
        return (int) (step & slotMask) * neurons;
    }
}
