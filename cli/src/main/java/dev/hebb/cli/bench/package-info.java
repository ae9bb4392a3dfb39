/** The command that measures. */
@NullMarked
package dev.hebb.cli.bench;

import org.jspecify.annotations.NullMarked;
