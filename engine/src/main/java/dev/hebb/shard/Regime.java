package dev.hebb.shard;

import dev.hebb.command.Modulations;
import dev.hebb.synapse.StageConstants;

/**
 * What holds for a network in one window.
 *
 * @param stage constants of its stage
 * @param growth constants by which young dendrites learn
 * @param modulations attention, stress and stimulation
 * @param youngFromMicros neurons that fired first at this time or later are young
 * @param died neurons that died in this window, ascending
 */
record Regime(StageConstants stage, StageConstants growth, Modulations modulations, long youngFromMicros, int[] died) {
    /** How much of learning and forgetting there is. */
    double plasticity() {
        return 1 - modulations.stress();
    }
}
