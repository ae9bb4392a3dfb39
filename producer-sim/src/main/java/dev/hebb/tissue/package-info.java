/**
 * Simulated tissue: spiking neurons, synapses with delays and efficacies, routes that are practised. Knows nothing of
 * Kafka.
 */
@NullMarked
package dev.hebb.tissue;

import org.jspecify.annotations.NullMarked;
