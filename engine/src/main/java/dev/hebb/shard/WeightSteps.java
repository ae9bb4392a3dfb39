package dev.hebb.shard;

import dev.hebb.synapse.DendriteSynapses;

/**
 * Detector of weights of a dendrite that a window moved to another step of 0.05. Then the dendrite is published, though
 * nothing else happened to it: subscribers, and tissue in the loop, must not wait until it is recounted. Needs no
 * memory of what was published last, so a restart changes nothing.
 */
final class WeightSteps {
    private static final int STEPS = 20;
    private static final int INITIAL_CAPACITY = 16;

    private int[] steps = new int[INITIAL_CAPACITY];
    private int size;

    /** Takes note of the weights before a window is closed. */
    void note(DendriteSynapses row) {
        size = row.size();
        if (steps.length < size) {
            steps = new int[2 * size];
        }
        for (int i = 0; i < size; i++) {
            steps[i] = step(row, i);
        }
    }

    /** Returns whether one of them moved; the synapses must be the same ones. */
    boolean moved(DendriteSynapses row) {
        for (int i = 0; i < size; i++) {
            if (steps[i] != step(row, i)) {
                return true;
            }
        }
        return false;
    }

    private static int step(DendriteSynapses row, int i) {
        return (int) (row.weight(i) * STEPS);
    }
}
