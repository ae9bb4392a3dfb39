/** Counting kernels: spikes in arrays, spike pairs by lag. Primitive arrays only; knows nothing of Kafka. */
@NullMarked
package dev.hebb.cofiring;

import org.jspecify.annotations.NullMarked;
