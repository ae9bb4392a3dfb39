/** Questions to a shard, wherever it is: here, in the stores, or on another instance, over HTTP. */
@NullMarked
package dev.hebb.api.view;

import org.jspecify.annotations.NullMarked;
