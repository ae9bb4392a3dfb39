/** The command {@code hebb control}: commands to a network. */
@NullMarked
package dev.hebb.cli.control;

import org.jspecify.annotations.NullMarked;
