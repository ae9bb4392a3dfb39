/** Commands of the engine as records of the topic {@code control}: their conversion, and the client that sends them. */
@NullMarked
package dev.hebb.control;

import org.jspecify.annotations.NullMarked;
