/** What every client of a Hebb cluster needs: where the cluster is, what its topics are called, how they are made. */
@NullMarked
package dev.hebb.client;

import org.jspecify.annotations.NullMarked;
