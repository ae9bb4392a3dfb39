/** What every producer of spikes shares: blocks of spikes, batches in wire format, pacing, and the Kafka producer. */
@NullMarked
package dev.hebb.produce;

import org.jspecify.annotations.NullMarked;
