/** Starting and stopping: the local stack and the app. */
@NullMarked
package dev.hebb.cli.stack;

import org.jspecify.annotations.NullMarked;
