/** The learning rules, their constants and traces. Pure; knows nothing of Kafka. */
@NullMarked
package dev.hebb.rule;

import org.jspecify.annotations.NullMarked;
