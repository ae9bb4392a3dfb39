/** Readers of recordings, one class a format, found by content. */
@NullMarked
package dev.hebb.replay.format;

import org.jspecify.annotations.NullMarked;
