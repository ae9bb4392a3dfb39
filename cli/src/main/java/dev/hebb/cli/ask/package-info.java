/** Commands that query networks: {@code networks}, {@code synapses}, {@code pathways}, {@code what-if}. */
@NullMarked
package dev.hebb.cli.ask;

import org.jspecify.annotations.NullMarked;
