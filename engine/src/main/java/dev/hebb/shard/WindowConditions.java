package dev.hebb.shard;

import dev.hebb.command.Modulations;
import dev.hebb.synapse.StageConstants;
import java.util.Arrays;

/**
 * The conditions under which a network learns in one window.
 *
 * @param stage constants of its stage
 * @param growth constants by which young dendrites learn
 * @param modulations attention, stress and stimulation
 * @param youngFromMicros neurons that fired first at this time or later are young
 * @param dead neurons that are dead, ascending
 * @param died those of them that died in this window, ascending
 */
record WindowConditions(
        StageConstants stage,
        StageConstants growth,
        Modulations modulations,
        long youngFromMicros,
        int[] dead,
        int[] died) {
    /** Returns how much of learning and forgetting there is. */
    double plasticity() {
        return 1 - modulations.stress();
    }

    /** Returns whether a neuron is dead. */
    boolean isDead(int neuron) {
        return Arrays.binarySearch(dead, neuron) >= 0;
    }
}
