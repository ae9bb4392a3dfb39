/** Packed rows and frames: the bytes of everything in a state store or on an internal topic. */
@NullMarked
package dev.hebb.row;

import org.jspecify.annotations.NullMarked;
