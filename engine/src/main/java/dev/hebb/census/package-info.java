/** The census of the neurons that still take part, which no shard can take alone. Pure; knows nothing of Kafka. */
@NullMarked
package dev.hebb.census;

import org.jspecify.annotations.NullMarked;
