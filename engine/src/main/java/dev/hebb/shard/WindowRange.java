package dev.hebb.shard;

/**
 * The windows that a recount of a dendrite covers.
 *
 * @param first window
 * @param last window, inclusive
 * @param slots how many neurons were seen before the end of the last
 * @param observedMicros how much of the network's life was observed, up to the end of the last
 */
record WindowRange(long first, long last, int slots, long observedMicros) {}
