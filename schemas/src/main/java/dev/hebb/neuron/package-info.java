/** Names and positions of neurons, on the topic {@code neurons}. */
@NullMarked
package dev.hebb.neuron;

import org.jspecify.annotations.NullMarked;
