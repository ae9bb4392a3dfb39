/** Commands in JSON, as HTTP and the command line have them. */
@NullMarked
package dev.hebb.api.request;

import org.jspecify.annotations.NullMarked;
