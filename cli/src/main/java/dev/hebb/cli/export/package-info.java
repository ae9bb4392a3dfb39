/** {@code hebb export}: the connectome of a network in formats of other programs. */
@NullMarked
package dev.hebb.cli.export;

import org.jspecify.annotations.NullMarked;
