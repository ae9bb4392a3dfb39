/** Windowed co-firing counts of a network, all of them, in order. */
@NullMarked
package dev.hebb.cli.cofiring;

import org.jspecify.annotations.NullMarked;
