/** The engine of one network in one process, over memory: for experiments and measurements without Kafka. */
@NullMarked
package dev.hebb.engine;

import org.jspecify.annotations.NullMarked;
