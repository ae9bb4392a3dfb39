/** Questions to a running app. */
@NullMarked
package dev.hebb.cli.ask;

import org.jspecify.annotations.NullMarked;
