/** Simulated networks with known wiring. */
@NullMarked
package dev.hebb.simulate;

import org.jspecify.annotations.NullMarked;
