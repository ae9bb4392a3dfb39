/** Processors and wiring. */
@NullMarked
package dev.hebb.topology;

import org.jspecify.annotations.NullMarked;
