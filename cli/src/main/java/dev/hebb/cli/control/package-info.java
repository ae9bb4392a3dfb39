/** Commands to a network from the command line. */
@NullMarked
package dev.hebb.cli.control;

import org.jspecify.annotations.NullMarked;
