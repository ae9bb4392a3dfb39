/** Kafka's own tools, pointed at the cluster. */
@NullMarked
package dev.hebb.cli.kafka;

import org.jspecify.annotations.NullMarked;
