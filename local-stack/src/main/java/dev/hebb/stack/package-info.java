/** Broker, registry and app as processes of this machine. */
@NullMarked
package dev.hebb.stack;

import org.jspecify.annotations.NullMarked;
