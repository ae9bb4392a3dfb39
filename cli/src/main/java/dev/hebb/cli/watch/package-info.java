/** Live, readable tails of what comes out. */
@NullMarked
package dev.hebb.cli.watch;

import org.jspecify.annotations.NullMarked;
