package dev.hebb.evidence;

import java.util.List;

/**
 * The troughs in a sample of a network's pairs, in any order.
 *
 * @param near those that may be synapses'
 * @param beyond those that are deepest beyond the lags of synapses
 * @param mirrored those with a mirror image around zero lag
 * @param pairs ordered pairs of the sample
 */
record TroughSample(List<SampleTrough> near, List<SampleTrough> beyond, List<SampleTrough> mirrored, int pairs) {}
