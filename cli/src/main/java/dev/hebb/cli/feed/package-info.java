/** Commands that send spikes or describe a recording: {@code replay}, {@code simulate}, {@code inspect}. */
@NullMarked
package dev.hebb.cli.feed;

import org.jspecify.annotations.NullMarked;
