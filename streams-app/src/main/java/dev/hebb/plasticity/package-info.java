/** Evidence, learning rules and the life of synapses: pure rules and statistics; knows nothing of Kafka or RocksDB. */
@NullMarked
package dev.hebb.plasticity;

import org.jspecify.annotations.NullMarked;
