/** Configuration: validated records, defaults, and where values come from. */
@NullMarked
package dev.hebb.config;

import org.jspecify.annotations.NullMarked;
