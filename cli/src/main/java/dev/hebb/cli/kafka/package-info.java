/** The command {@code hebb kafka}: Kafka's own tools, run against the cluster. */
@NullMarked
package dev.hebb.cli.kafka;

import org.jspecify.annotations.NullMarked;
