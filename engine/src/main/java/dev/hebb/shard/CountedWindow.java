package dev.hebb.shard;

import dev.hebb.cofiring.TrainIndex;

/**
 * A closed window whose pairs are counted by dendrite. Read only while they are, by any thread.
 *
 * @param window its index
 * @param trains of the window
 * @param slots how many neurons were seen before its end
 * @param neurons of the network
 * @param slotsById slots, ascending by neuron: all below {@code slots}, and maybe others
 */
record CountedWindow(long window, TrainIndex trains, int slots, Neurons neurons, int[] slotsById) {}
