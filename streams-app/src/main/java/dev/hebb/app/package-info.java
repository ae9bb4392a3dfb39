/** The application: configuration, topics, topology and API put together, and their life cycle. */
@NullMarked
package dev.hebb.app;

import org.jspecify.annotations.NullMarked;
