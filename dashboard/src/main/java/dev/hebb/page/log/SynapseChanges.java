package dev.hebb.page.log;

/**
 * Changes of a network's synapses, a column each, in no particular order of time.
 *
 * @param forgotten older changes that are no longer kept
 * @param at event time in microseconds
 * @param kind twice the number of the change (formed, masked, unmasked, pruned), and one more if inhibitory
 */
public record SynapseChanges(long forgotten, long[] at, int[] pre, int[] post, int[] kind, float[] weight) {}
