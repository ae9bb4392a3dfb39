/** Packed rows, and typed façades over the stores that keep them. */
@NullMarked
package dev.hebb.state;

import org.jspecify.annotations.NullMarked;
