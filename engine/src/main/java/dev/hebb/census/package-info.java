/** Which neurons still take part: what no shard can know alone. Pure; knows nothing of Kafka. */
@NullMarked
package dev.hebb.census;

import org.jspecify.annotations.NullMarked;
