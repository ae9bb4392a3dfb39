/** A demonstration: a network that wires itself and prunes itself, on a stack of its own. */
@NullMarked
package dev.hebb.cli.demo;

import org.jspecify.annotations.NullMarked;
