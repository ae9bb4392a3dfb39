/** {@code hebb snapshot} and {@code hebb restore}: the state of an application as a file, and back. */
@NullMarked
package dev.hebb.cli.snapshot;

import org.jspecify.annotations.NullMarked;
