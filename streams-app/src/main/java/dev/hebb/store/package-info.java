/** Typed façades over the state stores. */
@NullMarked
package dev.hebb.store;

import org.jspecify.annotations.NullMarked;
