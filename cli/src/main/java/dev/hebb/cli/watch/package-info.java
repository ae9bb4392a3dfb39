/** The command {@code hebb watch}: the pipeline's outputs as lines, while they are committed. */
@NullMarked
package dev.hebb.cli.watch;

import org.jspecify.annotations.NullMarked;
