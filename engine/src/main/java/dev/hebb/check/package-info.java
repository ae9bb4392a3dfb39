/** Refuses illegal values of constants and settings, by name. */
@NullMarked
package dev.hebb.check;

import org.jspecify.annotations.NullMarked;
