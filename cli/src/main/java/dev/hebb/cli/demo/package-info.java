/** The command {@code hebb demo}: a simulated network that wires and prunes itself, on a temporary stack. */
@NullMarked
package dev.hebb.cli.demo;

import org.jspecify.annotations.NullMarked;
