/** Commands that send spikes: {@code replay} and {@code simulate}. */
@NullMarked
package dev.hebb.cli.feed;

import org.jspecify.annotations.NullMarked;
