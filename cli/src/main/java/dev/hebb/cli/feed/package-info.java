/** Commands that send spikes. */
@NullMarked
package dev.hebb.cli.feed;

import org.jspecify.annotations.NullMarked;
