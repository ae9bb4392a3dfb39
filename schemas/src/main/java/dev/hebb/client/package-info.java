/** Parts that every client of a Hebb cluster uses: the connection, the names of topics, and their provisioning. */
@NullMarked
package dev.hebb.client;

import org.jspecify.annotations.NullMarked;
