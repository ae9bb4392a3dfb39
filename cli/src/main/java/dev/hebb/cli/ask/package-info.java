/** Commands that query a running app: {@code networks}, {@code synapses}, {@code pathways}. */
@NullMarked
package dev.hebb.cli.ask;

import org.jspecify.annotations.NullMarked;
