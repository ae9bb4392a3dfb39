/** Commands that start and stop the local stack and the app: {@code up}, {@code down}, {@code app}. */
@NullMarked
package dev.hebb.cli.stack;

import org.jspecify.annotations.NullMarked;
