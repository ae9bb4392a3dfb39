/**
 * Simulated tissue in the loop: its spikes go to whatever learns from them, whose answers and commands govern it. Knows
 * nothing of Kafka.
 */
@NullMarked
package dev.hebb.loop;

import org.jspecify.annotations.NullMarked;
