/** One shard of one network: its neurons, open windows and dendrites, frame by frame. Pure; knows nothing of Kafka. */
@NullMarked
package dev.hebb.shard;

import org.jspecify.annotations.NullMarked;
