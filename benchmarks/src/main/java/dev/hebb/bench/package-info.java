/**
 * Measurements of speed: {@code hebb bench} end to end, and JMH for the kernels alone.
 *
 * <p>A pair is a pair of the counting contract, counted once: two spikes of different neurons less than the reach apart
 * (simultaneous ones are one pair each way). A way of counting that books a pair in the dendrites of both neurons, as
 * Hebb does, does twice the work for it, and still has counted one pair.
 */
@NullMarked
package dev.hebb.bench;

import org.jspecify.annotations.NullMarked;
