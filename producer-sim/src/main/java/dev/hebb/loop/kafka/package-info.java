/** The loop through Kafka: spikes out, answers and commands in. */
@NullMarked
package dev.hebb.loop.kafka;

import org.jspecify.annotations.NullMarked;
