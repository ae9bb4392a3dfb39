/** The command {@code hebb bench}. */
@NullMarked
package dev.hebb.cli.bench;

import org.jspecify.annotations.NullMarked;
