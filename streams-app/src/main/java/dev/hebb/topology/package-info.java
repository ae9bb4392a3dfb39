/** The graph of processors and stores, and the settings of RocksDB. */
@NullMarked
package dev.hebb.topology;

import org.jspecify.annotations.NullMarked;
