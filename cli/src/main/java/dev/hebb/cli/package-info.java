/** The main class of the command line, and the command {@code hebb} with all its subcommands. */
@NullMarked
package dev.hebb.cli;

import org.jspecify.annotations.NullMarked;
