/** The command line. */
@NullMarked
package dev.hebb.cli;

import org.jspecify.annotations.NullMarked;
