/** Parts that every producer of spikes uses: blocks of spikes, batches in wire format, pace, the Kafka producer. */
@NullMarked
package dev.hebb.produce;

import org.jspecify.annotations.NullMarked;
