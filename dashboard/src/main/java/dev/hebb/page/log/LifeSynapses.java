package dev.hebb.page.log;

/**
 * Synapses of a network at the end of one or several windows, and how many of them changed in these windows.
 *
 * @param active at the end
 * @param dormant at the end
 * @param meanWeight of the active ones at the end; 0 where there is none
 */
public record LifeSynapses(
        int active, int dormant, int formed, int masked, int unmasked, int pruned, double meanWeight) {}
