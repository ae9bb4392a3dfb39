/** HTTP and JSON: questions to the state stores of whichever instance owns the answer. */
@NullMarked
package dev.hebb.api;

import org.jspecify.annotations.NullMarked;
