/**
 * Evidence of whether two neurons are connected: judges, screens, peaks, troughs and their baselines. Pure; knows
 * nothing of Kafka.
 */
@NullMarked
package dev.hebb.evidence;

import org.jspecify.annotations.NullMarked;
