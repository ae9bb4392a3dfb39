/** Commands of the engine as records of the topic {@code control}. */
@NullMarked
package dev.hebb.control;

import org.jspecify.annotations.NullMarked;
