/** The command {@code hebb experiment}. */
@NullMarked
package dev.hebb.cli.experiment;

import org.jspecify.annotations.NullMarked;
