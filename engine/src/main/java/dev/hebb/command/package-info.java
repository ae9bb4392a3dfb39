/** Commands that modulate a network's learning, and what of them is in force. Pure; knows nothing of Kafka. */
@NullMarked
package dev.hebb.command;

import org.jspecify.annotations.NullMarked;
