/** Classes that commands share: options, times and numbers, columns, errors, the client of the app. */
@NullMarked
package dev.hebb.cli.support;

import org.jspecify.annotations.NullMarked;
