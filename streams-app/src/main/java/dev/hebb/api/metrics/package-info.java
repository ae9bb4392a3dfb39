/** Metrics of the pipeline, of Kafka Streams with RocksDB and of the process, for Prometheus. */
@NullMarked
package dev.hebb.api.metrics;

import org.jspecify.annotations.NullMarked;
