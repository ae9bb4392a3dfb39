/** The command {@code hebb co-firing}: all windowed counts of a network, in order. */
@NullMarked
package dev.hebb.cli.cofiring;

import org.jspecify.annotations.NullMarked;
