/** Recordings as spikes: formats, ages, pacing. */
@NullMarked
package dev.hebb.replay;

import org.jspecify.annotations.NullMarked;
